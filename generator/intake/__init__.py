"""Intake: bytes that somebody saved -> an article with honest facts."""

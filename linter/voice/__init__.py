"""Whose words are these? Quotation marks, attribution and transcripts of a document, read where a finding stands."""

from linter.voice.reading import Reading, Voices

__all__ = ["Reading", "Voices"]

"""Measures studylog and its peers side by side, on notebooks that it makes itself."""

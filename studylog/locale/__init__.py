"""Message catalogues: English is in the code, the other languages are here, keyed by the English sentence."""

"""Files of repositories: how the web addresses them, and which file of a tree a lost one may be now."""

from studylog.core.repositories.addresses import Address, address_of, same_address
from studylog.core.repositories.trees import SLIDES, Tree, likely

__all__ = ["SLIDES", "Address", "Tree", "address_of", "likely", "same_address"]

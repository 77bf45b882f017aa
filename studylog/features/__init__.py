"""One module, one verb. Siblings do not know each other; what two of them need moves down."""

"""An amount that the law states."""


class Fen(int):
    """An amount of the law in fen, compared as a whole number and shown in yuan."""

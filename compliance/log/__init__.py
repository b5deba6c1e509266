"""The decision log: entries, the Merkle tree over them, its tiles, and the signed note about its root.

Formats of contract 6: RFC 6962 and RFC 9162 for the tree, C2SP tlog-tiles and signed-note for what is served.
"""

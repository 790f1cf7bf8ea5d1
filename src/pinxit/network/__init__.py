"""What comes from other hosts: pictures that a request only links to. Implements core/sources.py."""

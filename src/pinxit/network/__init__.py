"""What goes to other hosts and comes from them: pictures that a request only links to, and messages to webhooks.

Implements core/sources.py and the Sender of core/hooks.py.
"""

"""Formats a film comes in and goes out as."""

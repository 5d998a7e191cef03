"""Makers: a recipe goes in, files come out."""

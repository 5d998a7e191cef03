"""The creator's words read by rules: words and a situation in, typed changes out."""

"""Words of a pack with facts and sources in them: Markdown to a tree, held against its rules."""

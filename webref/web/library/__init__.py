"""A library: several packs side by side, each an edition, and a small edition that lists them."""

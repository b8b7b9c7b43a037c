"""How fast it is, measured: `make bench`. See docs/performance.md."""

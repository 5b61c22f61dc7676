"""The figures, against what was counted by hand."""

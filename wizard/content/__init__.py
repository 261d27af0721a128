"""What the law files mean: model, load, check. Knows YAML, nothing else."""

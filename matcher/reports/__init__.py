"""What a programme can learn from all its pairs together, without showing any one person."""

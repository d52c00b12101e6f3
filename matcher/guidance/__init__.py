"""The eight tips: their cards, and which card comes next."""

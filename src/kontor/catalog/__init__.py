"""Products, units, bar codes, substitutes, upsell rules, own production."""

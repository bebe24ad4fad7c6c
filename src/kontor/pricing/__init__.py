"""Price levels, dated prices, price lists; price(client, product, quantity, on) with its explanation."""

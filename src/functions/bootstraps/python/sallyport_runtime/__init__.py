"""What the bootstrap is made of; a package, so that no name in it can stand before a module of the function's own."""

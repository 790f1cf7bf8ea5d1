"""The isometric world: solids in 2:1 isometry, things built of them, and the tile that everything stands on."""

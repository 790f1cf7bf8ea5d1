"""What Alembic runs to apply migrations: on the connection, and within the transaction, that `migrating` opened."""

from __future__ import annotations

from alembic import context

from pinxit.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()

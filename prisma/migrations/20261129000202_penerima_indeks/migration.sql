-- without a transaction: nobody who writes waits for it.
CREATE INDEX CONCURRENTLY IF NOT EXISTS chat_messages_belum_dibaca_oleh ON chat_messages (penerima_id) WHERE dibaca_pada IS NULL AND dihapus_pada IS NULL;

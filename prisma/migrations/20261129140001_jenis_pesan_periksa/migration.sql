-- Reads every row, beside whoever reads and writes.
ALTER TABLE chat_messages VALIDATE CONSTRAINT chat_messages_lampiran;
ALTER TABLE lampiran VALIDATE CONSTRAINT lampiran_tipe;

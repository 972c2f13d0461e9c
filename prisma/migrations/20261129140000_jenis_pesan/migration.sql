-- A kind of pesan that is added later has no lampiran unless it is named here, and is none of a lampiran. What is there already is looked through by the
-- next migration: nobody waits for it.
ALTER TABLE chat_messages
  DROP CONSTRAINT chat_messages_lampiran,
  ADD CONSTRAINT chat_messages_lampiran CHECK ((tipe_pesan IN ('image', 'file', 'audio')) = (lampiran_id IS NOT NULL)) NOT VALID;
ALTER TABLE lampiran
  DROP CONSTRAINT lampiran_tipe,
  ADD CONSTRAINT lampiran_tipe CHECK (tipe IN ('image', 'file', 'audio')) NOT VALID;

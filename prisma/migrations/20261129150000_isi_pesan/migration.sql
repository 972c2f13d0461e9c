-- What a kind of pesan carries of its own. Null in all that are there: nothing is written anew, and a version that does not know it goes on.
ALTER TABLE chat_messages ADD COLUMN isi JSONB;

-- A pesan keeps it as it keeps its words.
CREATE OR REPLACE FUNCTION "chat_messages_tetap"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a pesan is never removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.konsultasi_id, NEW.pengirim_id, NEW.urutan, NEW.client_id, NEW.tipe_pesan, NEW.pesan, NEW.balas_ke, NEW.lampiran_id, NEW.isi, NEW.dibuat_pada)
     IS DISTINCT FROM (OLD.id, OLD.konsultasi_id, OLD.pengirim_id, OLD.urutan, OLD.client_id, OLD.tipe_pesan, OLD.pesan, OLD.balas_ke, OLD.lampiran_id, OLD.isi, OLD.dibuat_pada)
     OR (OLD.dibaca_pada IS NOT NULL AND (NEW.dibaca_pada, NEW.dibaca_oleh) IS DISTINCT FROM (OLD.dibaca_pada, OLD.dibaca_oleh))
     OR (OLD.dihapus_pada IS NOT NULL AND (NEW.dihapus_pada, NEW.dihapus_oleh) IS DISTINCT FROM (OLD.dihapus_pada, OLD.dihapus_oleh))
     OR NEW.rev < OLD.rev THEN
    RAISE EXCEPTION 'a pesan is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

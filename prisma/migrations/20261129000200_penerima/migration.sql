-- Whom a pesan is for, so that what somebody has not read is found without looking at all their konsultasi. Those that were read before do not need it.
ALTER TABLE chat_messages ADD COLUMN penerima_id UUID;

-- An instance of the version before writes none.
CREATE FUNCTION isi_penerima() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT CASE NEW.pengirim_id WHEN k.pasien_id THEN k.dokter_id ELSE k.pasien_id END INTO NEW.penerima_id
    FROM konsultasi k WHERE k.id = NEW.konsultasi_id;
  RETURN NEW;
END $$;
CREATE TRIGGER isi_penerima BEFORE INSERT ON chat_messages FOR EACH ROW WHEN (NEW.penerima_id IS NULL) EXECUTE FUNCTION isi_penerima();

-- Whom a konsultasi was handed over to: that dokter may read it, as long as what goes on with it is theirs.
ALTER TABLE "konsultasi" ADD COLUMN "penerus_id" UUID;

-- Whoever declined it, or from whom it was moved away, or whose it never became, reads no more.
CREATE FUNCTION penerus_berakhir() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE konsultasi SET penerus_id = NULL WHERE id = NEW.lanjutan_dari AND penerus_id = OLD.dokter_id;
  RETURN NULL;
END $$;
CREATE TRIGGER penerus_berakhir AFTER UPDATE OF "status", "dokter_id" ON "konsultasi" FOR EACH ROW
  WHEN (NEW.lanjutan_dari IS NOT NULL AND (NEW.status IN ('cancelled', 'rejected', 'expired') OR NEW.dokter_id <> OLD.dokter_id))
  EXECUTE FUNCTION penerus_berakhir();

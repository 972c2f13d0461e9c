-- Whom a konsultasi treats, with a picture of the profil as it was at booking and at the end. What is there already is filled in afterwards.
ALTER TABLE "konsultasi"
  ADD COLUMN "profil_id" UUID,
  ADD COLUMN "profil_awal" JSONB,
  ADD COLUMN "profil_akhir" JSONB,
  ADD COLUMN "lanjutan_dari" UUID,
  ADD COLUMN "bagikan_riwayat" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "konsultasi_profil_id_pasien_id_fkey" FOREIGN KEY ("profil_id", "pasien_id") REFERENCES "profil" ("id", "pemilik_id")
    ON DELETE RESTRICT ON UPDATE RESTRICT NOT VALID,
  ADD CONSTRAINT "konsultasi_lanjutan_dari_fkey" FOREIGN KEY ("lanjutan_dari") REFERENCES "konsultasi" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT NOT VALID;

-- An instance of the version before names no profil: it books for whoever signed in.
CREATE FUNCTION isi_profil() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.profil_id := coalesce(NEW.profil_id, profil_diri(NEW.pasien_id));
  NEW.profil_awal := potret_profil(NEW.profil_id);
  IF NEW.status NOT IN ('pending', 'active') THEN NEW.profil_akhir := NEW.profil_awal; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER isi_profil BEFORE INSERT ON "konsultasi" FOR EACH ROW EXECUTE FUNCTION isi_profil();

CREATE FUNCTION potret_akhir() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.profil_akhir := potret_profil(coalesce(NEW.profil_id, profil_diri(NEW.pasien_id)));
  RETURN NEW;
END $$;
CREATE TRIGGER potret_akhir BEFORE UPDATE OF "status" ON "konsultasi" FOR EACH ROW
  WHEN (OLD.status IN ('pending', 'active') AND NEW.status NOT IN ('pending', 'active')) EXECUTE FUNCTION potret_akhir();

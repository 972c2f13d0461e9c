-- Who is treated, apart from who signs in. Every pasien has exactly one profil `diri`; the trigger makes it for those too whom an instance of the version
-- before registers.
CREATE TABLE "profil" (
  "id" UUID NOT NULL,
  "pemilik_id" UUID NOT NULL,
  "hubungan" TEXT NOT NULL,
  "nama" TEXT NOT NULL,
  "tanggal_lahir" DATE,
  "jenis_kelamin" TEXT,
  "alamat" TEXT,
  "berat_kg" DECIMAL(4,1),
  "alergi" JSONB,
  "obat_rutin" JSONB,
  "riwayat" JSONB,
  "dibuat_pada" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "diarsipkan_pada" TIMESTAMPTZ(3),
  CONSTRAINT "profil_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "profil_hubungan" CHECK ("hubungan" IN ('diri', 'anak', 'pasangan', 'orang_tua', 'lainnya')),
  CONSTRAINT "profil_jenis_kelamin" CHECK ("jenis_kelamin" IN ('L', 'P')),
  CONSTRAINT "profil_daftar" CHECK (jsonb_typeof("alergi") = 'array' AND jsonb_typeof("obat_rutin") = 'array' AND jsonb_typeof("riwayat") = 'array'),
  CONSTRAINT "profil_diri_tetap" CHECK ("hubungan" <> 'diri' OR "diarsipkan_pada" IS NULL)
);
CREATE UNIQUE INDEX "profil_id_pemilik_id_key" ON "profil" ("id", "pemilik_id");
CREATE INDEX "profil_pemilik_id_idx" ON "profil" ("pemilik_id");
CREATE UNIQUE INDEX "profil_diri" ON "profil" ("pemilik_id") WHERE "hubungan" = 'diri';
ALTER TABLE "profil" ADD CONSTRAINT "profil_pemilik_id_fkey" FOREIGN KEY ("pemilik_id") REFERENCES "pengguna" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A UUIDv7 of that moment, as the application makes them.
CREATE FUNCTION uuid7(waktu TIMESTAMPTZ) RETURNS UUID LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
           PLACING substring(int8send((extract(epoch FROM waktu) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Somebody's profil `diri`, made when there is none.
CREATE FUNCTION profil_diri(orang UUID) RETURNS UUID LANGUAGE plpgsql AS $$
DECLARE miliknya UUID;
BEGIN
  SELECT f.id INTO miliknya FROM profil f WHERE f.pemilik_id = orang AND f.hubungan = 'diri';
  IF miliknya IS NULL THEN
    INSERT INTO profil (id, pemilik_id, hubungan, nama) SELECT uuid7(clock_timestamp()), p.id, 'diri', p.nama FROM pengguna p WHERE p.id = orang
      ON CONFLICT DO NOTHING;
    SELECT f.id INTO miliknya FROM profil f WHERE f.pemilik_id = orang AND f.hubungan = 'diri';
  END IF;
  RETURN miliknya;
END $$;

CREATE FUNCTION buat_profil_diri() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM profil_diri(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER buat_profil_diri AFTER INSERT ON "pengguna" FOR EACH ROW WHEN (NEW.peran = 'pasien') EXECUTE FUNCTION buat_profil_diri();

-- A profil as it is now, for a konsultasi that keeps it.
CREATE FUNCTION potret_profil(satu UUID) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('nama', f.nama, 'hubungan', f.hubungan, 'tanggal_lahir', f.tanggal_lahir, 'jenis_kelamin', f.jenis_kelamin,
           'alamat', f.alamat, 'berat_kg', f.berat_kg, 'alergi', f.alergi, 'obat_rutin', f.obat_rutin, 'riwayat', f.riwayat)
    FROM profil f WHERE f.id = satu
$$;

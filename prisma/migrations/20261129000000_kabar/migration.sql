-- In which language somebody is written to: null until they said so, or a page of theirs did.
ALTER TABLE pengguna ADD COLUMN bahasa TEXT;
ALTER TABLE pengguna ADD CONSTRAINT pengguna_bahasa_check CHECK (bahasa IN ('id', 'en')) NOT VALID;
ALTER TABLE pengguna VALIDATE CONSTRAINT pengguna_bahasa_check;

-- How somebody wants to be told of what; what is not here is told as lib/domain/kabar.ts says.
CREATE TABLE pilihan_kabar (
  pengguna_id UUID    NOT NULL REFERENCES pengguna (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  jenis       TEXT    NOT NULL CHECK (jenis IN ('pesan', 'pengajuan', 'konsultasi')),
  push        BOOLEAN NOT NULL,
  surat       BOOLEAN NOT NULL,
  PRIMARY KEY (pengguna_id, jenis)
);

-- How often in a row a push service did not take anything for this browser: one that never answers is dropped.
ALTER TABLE langganan_push ADD COLUMN gagal INTEGER NOT NULL DEFAULT 0;

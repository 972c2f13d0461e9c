-- Words that resemble each other. pg_trgm is a trusted extension: the owner of the database may create it, no superuser is needed.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateTable
CREATE TABLE "pencarian" (
    "konsultasi_id" UUID NOT NULL,
    "urutan" INTEGER NOT NULL,
    "pasien_id" UUID NOT NULL,
    "dokter_id" UUID NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "kata" tsvector NOT NULL,

    CONSTRAINT "pencarian_pkey" PRIMARY KEY ("konsultasi_id","urutan")
);

-- CreateTable
CREATE TABLE "kosakata" (
    "id" SERIAL NOT NULL,
    "kata" TEXT NOT NULL,

    CONSTRAINT "kosakata_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pencarian_pasien_id_dibuat_pada_konsultasi_id_urutan_idx" ON "pencarian"("pasien_id", "dibuat_pada" DESC, "konsultasi_id" DESC, "urutan" DESC);

-- CreateIndex
CREATE INDEX "pencarian_dokter_id_dibuat_pada_konsultasi_id_urutan_idx" ON "pencarian"("dokter_id", "dibuat_pada" DESC, "konsultasi_id" DESC, "urutan" DESC);

-- CreateIndex
CREATE INDEX "kosakata_kata_idx" ON "kosakata"("kata" text_pattern_ops);


-- What Prisma's schema cannot say.

-- Text as plain words: punctuation, symbols and emoji part them (the parser would make hosts, paths and tags of some, and letters of others),
-- so that "38,5", "demam.Lalu" and "pusing-pusing" are two each. Ranges and no class like [:alnum:]: they mean the same in every locale.
CREATE FUNCTION "kata_polos"("teks" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(teks), '[\u0001-/:-@[-`{-\u00bf\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\ufe00-\ufe0f\ufeff\U00010000-\U0010ffff]', ' ', 'g')
$$;

-- The stems of a text. The Indonesian stemmer takes "mem", "men", "meng" (pem, pen, peng) off, but does not give back the letter that they
-- had swallowed: meminum → pinum, menulis → ulis, mengirim → irim. So such a word has a second stem, that of its other reading.
CREATE FUNCTION "kata_dasar"("teks" text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  polos text := kata_polos(teks);
BEGIN
  IF polos ~ '\m[mp]e(m|ng?)[aiueo]' THEN
    polos := polos || ' ' || (
      SELECT string_agg(CASE cocok[1] WHEN 'm' THEN 'm' WHEN 'n' THEN 't' ELSE 'k' END || cocok[2], ' ')
        FROM regexp_matches(polos, '\m[mp]e(m|ng?)([aiueo]\w*)', 'g') cocok);
  END IF;
  RETURN strip(to_tsvector('indonesian', polos));
END $$;

-- What a search looks through, row for row. Beside its stems, `kata` holds whom the pesan belongs to, so that one index answers
-- "these words, in what is mine" without reading what is not. No word that people write has a "#" in it.
CREATE FUNCTION "pencarian_kata"("p" "chat_messages", "k" "konsultasi") RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT kata_dasar(p.pesan) || array_to_tsvector(ARRAY['#' || k.pasien_id, '#' || k.dokter_id, '#' || k.id,
    CASE p.pengirim_id WHEN k.pasien_id THEN '#pasien' ELSE '#dokter' END])
$$;

CREATE FUNCTION "pencarian_isi"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pencarian (konsultasi_id, urutan, pasien_id, dokter_id, dibuat_pada, kata)
  SELECT p.konsultasi_id, p.urutan, k.pasien_id, k.dokter_id, p.dibuat_pada,
         pencarian_kata(p, k)
    FROM baru p JOIN konsultasi k ON k.id = p.konsultasi_id
   WHERE p.pesan <> '' AND p.dihapus_pada IS NULL;

  -- Nothing unique here: a sender must never wait for another one who uses the same new word. Two rows for one word do no harm.
  INSERT INTO kosakata (kata)
  SELECT DISTINCT w FROM baru p, string_to_table(kata_polos(p.pesan), ' ') w
   WHERE char_length(w) BETWEEN 3 AND 30 AND w !~ '\d' AND NOT EXISTS (SELECT FROM kosakata k WHERE k.kata = w);
  RETURN NULL;
END $$;
CREATE TRIGGER "pencarian_isi" AFTER INSERT ON "chat_messages" REFERENCING NEW TABLE AS "baru" FOR EACH STATEMENT EXECUTE FUNCTION "pencarian_isi"();

-- A tombstone is never found.
CREATE FUNCTION "pencarian_hapus"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM pencarian WHERE konsultasi_id = NEW.konsultasi_id AND urutan = NEW.urutan;
  RETURN NULL;
END $$;
CREATE TRIGGER "pencarian_hapus" AFTER UPDATE OF "dihapus_pada" ON "chat_messages" FOR EACH ROW
  WHEN (NEW.dihapus_pada IS NOT NULL) EXECUTE FUNCTION "pencarian_hapus"();

-- What was written before there was a search.
INSERT INTO "pencarian" ("konsultasi_id", "urutan", "pasien_id", "dokter_id", "dibuat_pada", "kata")
SELECT p.konsultasi_id, p.urutan, k.pasien_id, k.dokter_id, p.dibuat_pada,
       pencarian_kata(p, k)
  FROM chat_messages p JOIN konsultasi k ON k.id = p.konsultasi_id
 WHERE p.pesan <> '' AND p.dihapus_pada IS NULL
 ORDER BY p.dibuat_pada;

INSERT INTO "kosakata" ("kata")
SELECT DISTINCT w FROM chat_messages p, string_to_table(kata_polos(p.pesan), ' ') w
 WHERE char_length(w) BETWEEN 3 AND 30 AND w !~ '\d';

-- "These words, in what is mine." What senders add waits in a list that every search reads, so the list is kept short.
CREATE INDEX "pencarian_kata_gin" ON "pencarian" USING gin ("kata") WITH (gin_pending_list_limit = 512);

-- Words like one that was mistyped.
CREATE INDEX "kosakata_mirip" ON "kosakata" USING gin ("kata" gin_trgm_ops);

-- What a search looks through, anew: with all forms of a word, and without a list of everybody's words. Nothing here reads what is there
-- already: the rows of "pencarian" are moved over in batches while the clinic works (lib/operations/move-pencarian.ts), and are found in the
-- old way until then.

-- CreateTable
CREATE TABLE "kata_pesan" (
    "konsultasi_id" UUID NOT NULL,
    "urutan" INTEGER NOT NULL,
    "pasien_id" UUID NOT NULL,
    "dokter_id" UUID NOT NULL,
    "dari_pasien" BOOLEAN NOT NULL,
    "dibuat_pada" TIMESTAMPTZ(3) NOT NULL,
    "kata" tsvector NOT NULL,

    CONSTRAINT "kata_pesan_pkey" PRIMARY KEY ("konsultasi_id","urutan")
);

-- CreateIndex
CREATE INDEX "kata_pesan_pasien_id_dibuat_pada_konsultasi_id_urutan_idx" ON "kata_pesan"("pasien_id", "dibuat_pada" DESC, "konsultasi_id" DESC, "urutan" DESC);

-- CreateIndex
CREATE INDEX "kata_pesan_dokter_id_dibuat_pada_konsultasi_id_urutan_idx" ON "kata_pesan"("dokter_id", "dibuat_pada" DESC, "konsultasi_id" DESC, "urutan" DESC);


-- What Prisma's schema cannot say.

-- A text with what people do not hear in it taken away: case, accents, forms of letters and digits (full width, ligatures), apostrophes and
-- characters without a shape. Its twin is `fold` of lib/domain/folding.ts; a test shows that both say the same.
CREATE FUNCTION "lipat"("teks" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(teks) = char_length(teks) THEN translate(lower(teks), '''`', '') ELSE
    normalize(translate(lower(regexp_replace(
      normalize(translate(teks, '''`´‘’‛′ʹʻʼʽʾʿˈꞌ＇', ''), NFKD),
      '[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]',
      '', 'g')), 'ς', 'σ'), NFC) END
$$;

-- A text as plain words with a blank between them. Punctuation, symbols and emoji part words, and so does the step from a letter to a digit:
-- "500mg", "38,5" and "demam.Lalu" are two each. Ranges and no class like [:alnum:]: they mean the same in every locale.
CREATE FUNCTION "kata_dari"("teks" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(lipat(teks),
    '[\u0001-/:-@[-`{-\u00bf\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\U00010000-\U0010ffff]+', ' ', 'g'), '[0-9]+', ' \& ', 'g')
$$;

-- Words of every day that only look as if they had a prefix or an ending.
CREATE FUNCTION "kata_tetap"("kata" text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT kata = ANY ('{berapa,berita,bersama,dengan,diare,dinding,dingin,jangan,jumlah,karena,kecil,kedua,kemarin,kemaren,kemudian,kenapa,kepala,kering,keringat,ketika,lengan,masalah,memang,menit,mereka,pening,penting,penuh,perempuan,pertama,ringan,sebagai,sebelah,sebelum,sedang,sedikit,segera,sehingga,sejak,sekali,sekalian,sekarang,sekitar,sekolah,selain,selalu,selama,seluruh,sementara,semoga,sempat,semua,sendiri,seperti,sering,serta,sesuatu,setelah,setengah,tangan,terapi,terima,terlalu,terus}'::text[])
$$;

-- A word without its first prefix, where what is left can be a word: it begins with a vowel, or with consonants that stand together in
-- Indonesian. What a nasal has swallowed is given back in every way that it may have been (memakai → pakai, makai).
CREATE FUNCTION "tanpa_awalan"("kata" text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  dua text := left(kata, 2);
  tiga text := left(kata, 3);
  sisa text := substr(kata, 3);
  hilang text := NULL;
  terpendek integer := 4;
  hasil text[] := '{}';
BEGIN
  IF kata_tetap(kata) THEN RETURN hasil; END IF;
  IF dua = 'di' THEN
    terpendek := 3;
  ELSIF dua = 'ke' OR dua = 'se' OR dua = 'be' AND left(sisa, 5) = 'kerja' THEN
    NULL;
  ELSIF tiga = 'ber' OR tiga = 'ter' OR tiga = 'per' THEN
    sisa := substr(kata, 4);
    IF strpos('aiueo', left(sisa, 1)) > 0 THEN hilang := 'r' || sisa; END IF;
  ELSIF (dua = 'be' OR dua = 'pe') AND left(sisa, 5) = 'lajar' THEN
    sisa := substr(kata, 4);
  ELSIF (dua = 'me' OR dua = 'pe') AND left(sisa, 2) = 'ny' THEN
    sisa := 's' || substr(kata, 5);
  ELSIF (dua = 'me' OR dua = 'pe') AND left(sisa, 2) = 'ng' OR dua = 'ng' THEN
    IF dua <> 'ng' THEN sisa := substr(kata, 5); END IF;
    -- A word of one syllable: mengecek, pengecatan, ngetes.
    IF left(sisa, 1) = 'e' AND sisa ~ '^e[^aiueo]h?[aiueo][^aiueo]{1,2}$' THEN RETURN ARRAY[substr(sisa, 2), 'k' || sisa]; END IF;
    IF strpos('aiueo', left(sisa, 1)) > 0 THEN hilang := 'k' || sisa; END IF;
  ELSIF (dua = 'me' OR dua = 'pe') AND left(sisa, 1) = 'n' THEN
    sisa := substr(kata, 4);
    IF strpos('aiueo', left(sisa, 1)) > 0 THEN
      hilang := 't' || sisa;
      sisa := 'n' || sisa;
    END IF;
  ELSIF (dua = 'me' OR dua = 'pe') AND left(sisa, 1) = 'm' THEN
    sisa := substr(kata, 4);
    IF strpos('aiueo', left(sisa, 1)) > 0 THEN
      hilang := 'p' || sisa;
      sisa := 'm' || sisa;
    END IF;
  ELSIF dua <> 'me' AND dua <> 'pe' OR strpos(CASE dua WHEN 'me' THEN 'lrwy' ELSE 'lrwycdgjkt' END, left(sisa, 1)) = 0 THEN
    RETURN hasil;
  END IF;
  IF length(sisa) >= terpendek AND sisa ~ '^(ng|ny|s?[^aiueo]?[hlrwy]?)[aiueo]' THEN hasil := ARRAY[sisa]; END IF;
  IF length(hilang) >= terpendek THEN hasil := hasil || hilang; END IF;
  RETURN hasil;
END $$;

-- All that a word may be a form of, itself first. There is no dictionary: a word is kept as it is and without what may be a prefix or an
-- ending, so that "periksa" (which is no form of "iksa") and "diperiksa" meet, whichever of their readings is the right one.
CREATE FUNCTION "akar"("kata" text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  pokok text := kata;
  semua text[] := ARRAY[kata];
  dasar text[] := '{}';
  satu text;
BEGIN
  IF length(kata) NOT BETWEEN 5 AND 40 OR kata !~ '^((di|[skbtpm]e|ng)[a-z]+|[a-z]+(kah|lah|pun|nya|[km]u|i|an))$' OR kata_tetap(kata) THEN
    RETURN semua;
  END IF;
  -- What is left of an ending has four letters at least (three before "nya": obat-nya, gas-nya).
  IF right(pokok, 3) IN ('lah', 'kah', 'pun') AND length(pokok) > 6 THEN pokok := left(pokok, -3); END IF;
  IF right(pokok, 3) = 'nya' AND length(pokok) > 5 AND pokok NOT IN ('bertanya', 'ditanya') THEN pokok := left(pokok, -3); END IF;
  semua := ARRAY[pokok];
  IF length(pokok) > 5 AND right(pokok, 2) IN ('ku', 'mu') THEN
    semua := semua || left(pokok, -2);
  ELSIF length(pokok) > 4 AND right(pokok, 1) = 'i' THEN
    semua := semua || left(pokok, -1);
  ELSIF length(pokok) > 5 AND right(pokok, 2) = 'an' THEN
    IF length(pokok) > 6 AND right(pokok, 3) = 'kan' THEN semua := semua || left(pokok, -3); END IF;
    IF pokok !~ '[^aiueo]kan$' THEN semua := semua || left(pokok, -2); END IF;
  END IF;
  IF left(kata, 2) IN ('di', 'ke', 'se', 'be', 'te', 'pe', 'me', 'ng') THEN
    FOREACH satu IN ARRAY semua LOOP dasar := dasar || tanpa_awalan(satu); END LOOP;
    semua := semua || dasar;
    IF kata ~ '^(di|ke|se|ter|ber|mem)(p?er|pe[mn]|ke|se|be|te|me)' THEN
      FOREACH satu IN ARRAY dasar LOOP semua := semua || tanpa_awalan(satu); END LOOP;
    END IF;
  END IF;
  RETURN kata || semua;
END $$;

-- The words of a text, each at its place, and with a stroke before them all that they may be forms of: who looks for a beginning means that of
-- a word as it was written.
CREATE FUNCTION "kata_akar"("teks" text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  satu text;
  tempat integer := 0;
  hasil text := '';
BEGIN
  FOREACH satu IN ARRAY string_to_array(kata_dari(teks), ' ') LOOP
    CONTINUE WHEN satu = '';
    -- As many as a pesan has characters, and of a word as much as a question can have: a tsvector has limits, and no text must meet them.
    EXIT WHEN tempat = 5000;
    tempat := tempat + 1;
    satu := left(satu, 200);
    IF length(satu) < 5 THEN
      hasil := hasil || ' ''' || satu || ''':' || tempat;
    ELSE
      hasil := hasil || ' ''' || array_to_string(akar(satu), ''':' || tempat || ' ''/') || ''':' || tempat;
    END IF;
  END LOOP;
  RETURN hasil::tsvector;
END $$;

-- The words of a pesan as those of its two people: whose they are stands before each word in the index, so that a search reads no list in
-- which the words of others are. (Eight digits of an id do for that; whose a row is, is asked of the row itself.)
CREATE FUNCTION "kata_milik"("kata" tsvector, "pasien_id" uuid, "dokter_id" uuid) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(
    string_to_array(right(pasien_id::text, 8) || array_to_string(tsvector_to_array(kata), ' ' || right(pasien_id::text, 8)), ' ') ||
    string_to_array(right(dokter_id::text, 8) || array_to_string(tsvector_to_array(kata), ' ' || right(dokter_id::text, 8)), ' '))
$$;

-- What senders add waits in a list that every search reads, so the list is kept short.
CREATE INDEX "kata_pesan_milik" ON "kata_pesan" USING gin (kata_milik("kata", "pasien_id", "dokter_id")) WITH (gin_pending_list_limit = 512);

CREATE OR REPLACE FUNCTION "pencarian_isi"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kata_pesan (konsultasi_id, urutan, pasien_id, dokter_id, dari_pasien, dibuat_pada, kata)
  SELECT p.konsultasi_id, p.urutan, k.pasien_id, k.dokter_id, p.pengirim_id = k.pasien_id, p.dibuat_pada, kata_akar(p.pesan)
    FROM baru p JOIN konsultasi k ON k.id = p.konsultasi_id
   WHERE p.pesan <> '' AND p.dihapus_pada IS NULL;
  RETURN NULL;
END $$;

-- A tombstone is never found, and none of its words stays: the old row first, since it may become a new one at this moment.
CREATE OR REPLACE FUNCTION "pencarian_hapus"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM pencarian WHERE konsultasi_id = NEW.konsultasi_id AND urutan = NEW.urutan;
  DELETE FROM kata_pesan WHERE konsultasi_id = NEW.konsultasi_id AND urutan = NEW.urutan;
  RETURN NULL;
END $$;

-- Everybody's words in one table, those of deleted pesan too: a search showed to one what another had written. Nothing fills or reads it any more;
-- the empty table stays for instances of the version before, which look into it until they are replaced.
TRUNCATE "kosakata";

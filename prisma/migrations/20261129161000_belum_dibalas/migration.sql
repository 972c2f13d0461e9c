-- Since when the pasien waits for an answer: from booking until it is accepted, then from their first pesan that was not answered; null when nobody
-- waits. Written with the pesan itself. What an instance of the version before takes in between is told right again with the next answer.
ALTER TABLE "konsultasi" ADD COLUMN "belum_dibalas_sejak" TIMESTAMPTZ(3);

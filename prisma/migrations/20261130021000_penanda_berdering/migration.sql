-- Since when a reminder rings that no page and no push has taken yet. A column without a value: nothing is written anew.
ALTER TABLE "penanda" ADD COLUMN "berdering_pada" TIMESTAMPTZ(3);

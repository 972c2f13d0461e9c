-- The constraint was looked through, so that this looks at no row. `konsultasi_terbuka` speaks of a profil from now on; it keeps its name for instances of
-- the version before, which know it by that.
ALTER TABLE "konsultasi" ALTER COLUMN "profil_id" SET NOT NULL, ALTER COLUMN "profil_awal" SET NOT NULL, DROP CONSTRAINT "konsultasi_profil_ada";
DROP INDEX "konsultasi_terbuka";
ALTER INDEX "konsultasi_terbuka_profil" RENAME TO "konsultasi_terbuka";

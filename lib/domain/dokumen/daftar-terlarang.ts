/**
 * What cannot be prescribed here, whatever anybody says: narcotics (annex I of UU 35/2009 as changed by Permenkes 30/2023, and groups I and
 * II of UU 5/1997, which its article 153 made narcotics) and psychotropics (annex of UU 5/1997 as changed by Permenkes 10/2022). Compiled
 * 2026-11-29 by hand from their names of substances, brands 2026-11-30. Not covered: the new psychoactive substances (synthetic cannabinoids, cathinones,
 * fentanyl analogues and the like) that later regulations added one by one, plants and chemical names: none of them
 * is a medicine in trade. Brands are those that we know; one that is missing is found by its substance only.
 * What differs only in spelling is not repeated (nama-obat.ts).
 */
const NARKOTIKA = `
  opium, tinctura opii, pulvis doveri, pulvis opii, doveri, candu, ganja, kanabis, cannabis, marijuana, mariyuana, hasis, hashish, kanabidiol,
  tetrahidrokanabinol, delta 9 tetrahidrokanabinol, thc, dronabinol, nabiximols, koka, daun koka, kokain, cocaine hydrochloride,
  asetorfin, etorfin, desomorfin, diamorfin, diacetylmorphine, diasetilmorfin, heroin, putaw, ketobemidon, tiofentanil, metilfentanil,
  alfa metilfentanil, 3 metilfentanil, asetil alfa metilfentanil, para fluorofentanil, brolamfetamin, etisiklidin, etriptamin, katinon,
  metkatinon, lisergida, lysergic acid diethylamide, lsd, mdma, ecstasy, ekstasi, meskalin, psilosibin, psilosin, tenamfetamin, amfetamin,
  deksamfetamin, levamfetamin, levometamfetamin, metamfetamin, sabu, fenetilin, fenmetrazin, fensiklidin, meklokualon, metakualon,
  zipeprol, alfasetilmetadol, alfameprodin, alfametadol, alfaprodin, alfentanil, alilprodin, anileridin, asetilmetadol, benzetidin,
  benzilmorfin, betameprodin, betametadol, betaprodin, betasetilmetadol, bezitramida, dekstromoramida, diampromida, dietiltiambuten,
  difenoksilat, diphenoxylate atropine, difenoksin, dihidromorfin, dimefeptanol, dimenoksadol, dimetiltiambuten, dioksafetil butirat,
  dipipanon, drotebanol, ekgonin, etilmetiltiambuten, etokseridin, etonitazen, furetidin, hidrokodon, hidroksipetidin, hidromorfinol,
  hidromorfon, isometadon, fenadokson, fenampromida, fenazosin, fenomorfan, fenoperidin, fentanil, klonitazen, kodoksim,
  levofenasilmorfan, levomoramida, levometorfan, levorfanol, metadon, metazosin, metildesorfin, metildihidromorfin, metopon, mirofin,
  morferidin, morfin, morphine sulfate, nikomorfin, norasimetadol, norlevorfanol, normetadon, normorfin, norpipanon, oksikodon, oksimorfon,
  petidin, meperidin, piminodin, piritramida, proheptazin, properidin, rasemetorfan, rasemoramida, rasemorfan, remifentanil, sufentanil,
  tebain, tebakon, tilidin, trimeperidin, asetildihidrokodein, dekstropropoksifen, propoksifen, dihidrokodein, etilmorfin, dionin, kodein,
  codeine phosphate, kodein fosfat, nikodikodin, nikokodin, norkodein, folkodin, polkodin, propiram, buprenorfin,
  mst continus, durogesic, oxycontin, lomotil, codipront, codikaf, coditam, subutex, suboxone, sufenta, ultiva, dolosal, demerol,
  pulvis dover, dover, oxynorm, oxyneo, targin, jurnista`

const PSIKOTROPIKA = `
  amineptin, metilfenidat, ritalin, concerta, prohiper, sekobarbital, amobarbital, butalbital, flunitrazepam, glutetimida, katin,
  pentazosin, pentobarbital, siklobarbital, alobarbital, alprazolam, amfepramon, dietilpropion, aminoreks, barbital, benzfetamin, bromazepam,
  brotizolam, delorazepam, diazepam, estazolam, etil amfetamin, etil loflazepat, etinamat, etklorvinol, fenkamfamin, fendimetrazin,
  fenobarbital, fenobarbiton, fenproporeks, fentermin, fludiazepam, flurazepam, halazepam, haloksazolam, kamazepam, ketazolam, klobazam,
  kloksazolam, klonazepam, klorazepat, klordiazepoksida, klotiazepam, lefetamin, loprazolam, lorazepam, lormetazepam, mazindol, medazepam,
  mefenoreks, meprobamat, mesokarb, metilfenobarbital, metiprilon, midazolam, nimetazepam, nitrazepam, nordazepam, oksazepam, oksazolam,
  pemolin, pinazepam, pipradrol, pirovaleron, prazepam, sekbutabarbital, temazepam, tetrazepam, triazolam, vinilbital, zolpidem, fenazepam,
  xanax, alganax, zypraz, calmlet, valium, stesolid, valisanbe, analsik, ativan, merlopam, renaquil, rivotril, riklona, frisium, dumolid,
  mogadon, rohypnol, lexotan, esilgan, halcion, dormicum, stilnox, zolmia, luminal, sibital, braxidin, librium, librax, limbitrol,
  apazol, actazolam, alviz, atarax, feprax, frixitas, grazolam, opizolam, zolastin, lovium, mentalium, trazep, validex, valdimex, danalgin,
  neurodial, neuroval, opineuron, potensik, proneuron, anxibloc, asabium, clobium, clofritis, proclozam, elgran, zudem, miloz, sedacum, fortanest,
  anesfar, hipnoz, bellaphen, cliad, melidox, sanmag, spasmium`

export type Golongan = 'narkotika' | 'psikotropika'

const readNames = (names: string, golongan: Golongan) =>
  names
    .split(',')
    .map((name) => name.trim())
    .map((nama) => ({ nama, golongan }))

export const DAFTAR_TERLARANG: readonly { readonly nama: string; readonly golongan: Golongan }[] = [
  ...readNames(NARKOTIKA, 'narkotika'),
  ...readNames(PSIKOTROPIKA, 'psikotropika'),
]

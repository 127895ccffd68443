// Spanish is read by its lexicon alone: one construction after the other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/language/claim_reading.hpp"

namespace averment {
namespace {

using testing::ElementsAreArray;

struct Row {
  const char* text;
  std::vector<const char*> lines;
};

void expect_claims(const std::vector<Row>& table) {
  for (const Row& row : table) EXPECT_THAT(claims_of(row.text, "es"), ElementsAreArray(row.lines)) << row.text;
}

void expect_sources(const std::vector<Row>& table) {
  for (const Row& row : table) EXPECT_THAT(sources_of(row.text, "es"), ElementsAreArray(row.lines)) << row.text;
}

TEST(Spanish, ReadsNumbersInDigitsAndWords) {
  expect_claims({
      {"4.000 personas murieron.", {"killed 4.000 4000..4000"}},
      {"4,000 personas murieron.", {"killed 4,000 4000..4000"}},
      {"1,5 millones de personas fueron evacuadas.", {"displaced 1,5 millones 1500000..1500000"}},
      {"Murieron veintiún mineros.", {"killed veintiún 21..21"}},
      {"Treinta y cinco personas murieron.", {"killed Treinta y cinco 35..35"}},
      {"Dos mil trescientas personas huyeron.", {"displaced Dos mil trescientas 2300..2300"}},
      {"Dos millones trescientos mil refugiados huyeron.", {"displaced Dos millones trescientos mil 2300000..2300000"}},
      {"El incendio mató a un bombero.", {"killed un 1..1"}},
      {"Hallaron a una veintena de turistas muertos.", {"killed una veintena 20..20"}},
      {"Medio centenar de manifestantes fueron detenidos.", {"detained Medio centenar 50..50"}},
  });
}

TEST(Spanish, ReadsBoundsRangesAndVagueAmounts) {
  expect_claims({
      {"Al menos 12 personas murieron.", {"killed 12 12..? at_least"}},
      {"Más de 300 soldados fueron capturados.", {"captured 300 300..? more_than"}},
      {"Fueron arrestadas menos de 40 personas.", {"detained 40 ?..40 less_than"}},
      {"Hasta 70 viajeros siguen desaparecidos.", {"missing 70 ?..70 at_most"}},
      {"Unos 80 vecinos resultaron heridos.", {"wounded 80 80..80 approx"}},
      {"Murieron 10 personas o más.", {"killed 10 10..? at_least"}},
      {"Entre 30 y 40 rehenes fueron liberados.",
       {"abducted Entre 30 y 40 30..40 range", "survived Entre 30 y 40 30..40 range"}},
      {"Cayeron de 20 a 25 soldados.", {"killed 20 a 25 20..25 range"}},
      {"Decenas de miles de personas huyeron.", {"displaced Decenas de miles ?..? vague"}},
      {"Varios policías resultaron heridos.", {"wounded Varios ?..? vague"}},
  });
}

TEST(Spanish, ReadsShares) {
  const auto share_of = [](std::string_view source) {
    const Text text = claim_reader("es").tokenizer.tokenize(source);
    const auto found = claim_reader("es").read(text);
    return found.size() == 1 && found[0].claim.share ? *found[0].claim.share : Share(-1.0);
  };
  EXPECT_EQ(share_of("Dos tercios de los soldados murieron."), Share(0.667));
  EXPECT_EQ(share_of("Una cuarta parte de los soldados murió."), Share(0.25));
  EXPECT_EQ(share_of("El 80 por ciento de la tripulación murió."), Share(0.8));
  EXPECT_EQ(share_of("Murió la mitad de los pasajeros."), Share(0.5));
  EXPECT_EQ(share_of("Uno de cada tres soldados murió."), Share(0.333));
  EXPECT_EQ(share_of("Casi todos los pasajeros murieron."), Share(ShareWord::nearly_all));
  EXPECT_EQ(share_of("Ninguno de los pasajeros murió."), Share(0.0));
}

TEST(Spanish, ASubjectMayStandBeforeItsVerbOrBehind) {
  expect_claims({
      {"Doce soldados norcoreanos murieron.", {"killed Doce 12..12"}},
      {"Ayer murieron en el frente doce soldados.", {"killed doce 12..12"}},
      {"Resultaron heridas 15 personas.", {"wounded 15 15..15"}},
      {"Han sido secuestradas este año 57 personas.", {"abducted 57 57..57"}},
      {"Fue capturado un sargento.", {"captured un 1..1"}},
      {"Se rindieron once hombres.", {"captured once 11..11"}},
      {"Perdieron la vida tres maestras y once alumnos.", {"killed tres 3..3", "killed once 11..11"}},
      {"Murieron el conductor y dos pasajeros.", {"killed dos 2..2"}},
      {"Liberados ocho rehenes en el sur", {"abducted ocho 8..8", "survived ocho 8..8"}},
      {"Nueve personas murieron y 30 resultaron heridas.", {"killed Nueve 9..9", "wounded 30 30..30"}},
      {"Los 20 detenidos quedaron en libertad.", {"detained 20 20..20", "survived 20 20..20"}},
  });
}

TEST(Spanish, APrepositionMarksThePersonWhoSuffers) {
  expect_claims({
      {"La explosión mató a 12 personas e hirió a 30.", {"killed 12 12..12", "wounded 30 30..30"}},
      {"El alud mató en el acto a ocho vendedores.", {"killed ocho 8..8"}},
      {"Secuestraron el domingo a tres ingenieros.", {"abducted tres 3..3"}},
      {"El ejército evacuó a 235.000 habitantes.", {"displaced 235.000 235000..235000"}},
      {"El Gobierno desplegó 900 soldados.", {"deployed 900 900..900"}},
      {"El incendio causó la muerte a siete ancianos.", {"killed siete 7..7"}},
      {"El jefe mató a un hombre que robaba.", {"killed un 1..1"}},
  });
}

TEST(Spanish, ReadsElidedNounsAndTolls) {
  expect_claims({
      {"El ataque dejó 12 muertos, tres de ellos niños, y 30 heridos.",
       {"killed 12 12..12", "killed tres 3..3", "wounded 30 30..30"}},
      {"Hay diez desaparecidos.", {"missing diez 10..10"}},
      {"El saldo de muertos asciende a 41.", {"killed 41 41..41"}},
      {"Asciende a 171 la cifra de muertos.", {"killed 171 171..171"}},
      {"La cifra de fallecidos podría superar los 200.", {"killed 200 200..? more_than hypothetical"}},
      {"Los muertos son entre 120 y 130.", {"killed entre 120 y 130 120..130 range"}},
      {"La guerra se cobró la vida de unos 900 soldados.", {"killed 900 900..900 approx"}},
      {"Entre los heridos hay dos niñas.", {"wounded dos 2..2"}},
      {"Más de 60 civiles resultaron muertos o heridos.", {"killed_or_wounded 60 60..? more_than"}},
      {"El alcalde elevó a 11 los muertos.", {"killed 11 11..11"}},
  });
}

TEST(Spanish, TellsWhatHasHappenedFromWhatMayOrWill) {
  expect_claims({
      {"Ochenta presos serán liberados.", {"detained Ochenta 80..80", "survived Ochenta 80..80 forecast"}},
      {"El Gobierno enviará a 2.500 policías.", {"deployed 2.500 2500..2500 forecast"}},
      {"Podrían morir 400 personas.", {"killed 400 400..400 hypothetical"}},
      {"Una guerra mataría a miles de personas.", {"killed miles ?..? vague hypothetical"}},
      {"El cuerpo de bomberos desmintió que seis bomberos hubieran muerto.", {"killed seis 6..6 denied"}},
      {"No murieron 12 soldados.", {}},
  });
}

TEST(Spanish, CountsNothingButPeople) {
  expect_claims({
      {"El 15 de marzo de 2024 ardieron 14 vehículos.", {}},
      {"Ana Ruiz, de 34 años, murió en el hospital.", {}},
      {"También murieron 40 caballos.", {}},
      {"Pagó 20.000 dólares a los secuestradores.", {}},
      {"Murieron, un 30 por ciento más que en 2024.", {}},
      {"A las 11.40 fue detenido en el kilómetro 14.", {}},
      {"El equipo mató el partido con dos goles.", {}},
  });
}

TEST(Spanish, CreditsWhoeverSaysSo) {
  expect_sources({
      {"Según la Cruz Verde, 12 personas murieron.", {"12 < la Cruz Verde"}},
      {"Murieron 12 personas, de acuerdo con el Ministerio del Interior.", {"12 < el Ministerio del Interior"}},
      {"El alcalde, Jakob Rehn, dijo que 11 vecinos murieron.", {"11 < Jakob Rehn"}},
      {"Doce mineros murieron, informó este martes la gobernación.", {"Doce < la gobernación"}},
      {"«Hay tres muertos en la escuela», declaró la enfermera Ilse Dorn.", {"tres < la enfermera Ilse Dorn"}},
      {"“Vi caer a cuatro de mis compañeros, murieron 4 soldados”, contó a este diario un camionero.",
       {"4 < un camionero < este diario"}},
      {"La agencia Cóndor, citando a la policía, publicó que 12 personas murieron.",
       {"12 < la policía < agencia Cóndor"}},
      {"Esk negó el lunes que 120 hombres hubieran muerto.", {"120 < Esk"}},
      {"La policía llegó tarde. Murieron 12 personas.", {"12 < -"}},
  });
}

TEST(Spanish, ASpeakerMayBeLeftOut) {
  expect_sources({
      {"El ministro Viktor Esk habló ante el Parlamento. Admitió 74 muertos.", {"74 < El ministro Viktor Esk"}},
      {"Marek dijo que 84 heridos siguen en el hospital. Añadió que 12 personas murieron.",
       {"84 < Marek", "12 < Marek"}},
      {"El ministro calló. En su parte del viernes sostiene que murieron 30 hombres.", {"30 < El ministro"}},
  });
}

}  // namespace
}  // namespace averment

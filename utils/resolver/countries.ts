/**
 * Countries and well-known regions: names in use beside the formal one, and what their people and things are called.
 * `names | adjectives and people`, the usual name first; an entity's name is looked up among the names.
 */
const TABLE = `
Afghanistan;Islamic Emirate of Afghanistan;Islamic Republic of Afghanistan|Afghan;Afghans
Albania;Republic of Albania|Albanian;Albanians
Algeria;People's Democratic Republic of Algeria|Algerian;Algerians
Andorra|Andorran;Andorrans
Angola;Republic of Angola|Angolan;Angolans
Argentina;Argentine Republic|Argentine;Argentinian;Argentines;Argentinians
Armenia;Republic of Armenia|Armenian;Armenians
Australia;Commonwealth of Australia|Australian;Australians;Aussie
Austria;Republic of Austria|Austrian;Austrians
Azerbaijan;Republic of Azerbaijan|Azerbaijani;Azerbaijanis;Azeri;Azeris
Bahamas;The Bahamas|Bahamian;Bahamians
Bahrain;Kingdom of Bahrain|Bahraini;Bahrainis
Bangladesh;People's Republic of Bangladesh|Bangladeshi;Bangladeshis
Barbados|Barbadian;Barbadians
Belarus;Republic of Belarus;Byelorussia|Belarusian;Belarusians;Belarussian;Byelorussian
Belgium;Kingdom of Belgium|Belgian;Belgians
Belize|Belizean;Belizeans
Benin;Republic of Benin|Beninese
Bhutan|Bhutanese
Bolivia;Plurinational State of Bolivia|Bolivian;Bolivians
Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina|Bosnian;Bosnians
Botswana|Botswanan
Brazil;Federative Republic of Brazil|Brazilian;Brazilians
Brunei;Brunei Darussalam|Bruneian
Bulgaria;Republic of Bulgaria|Bulgarian;Bulgarians
Burkina Faso|Burkinabe
Burundi;Republic of Burundi|Burundian;Burundians
Cambodia;Kingdom of Cambodia|Cambodian;Cambodians
Cameroon;Republic of Cameroon|Cameroonian;Cameroonians
Canada|Canadian;Canadians
Cape Verde;Cabo Verde|Cape Verdean
Central African Republic|Central African
Chad;Republic of Chad|Chadian;Chadians
Chile;Republic of Chile|Chilean;Chileans
China;People's Republic of China;PRC;Mainland China|Chinese
Colombia;Republic of Colombia|Colombian;Colombians
Comoros|Comoran;Comorian
Democratic Republic of the Congo;DR Congo;DRC;Zaire|Congolese;Zairean
Republic of the Congo;Congo;Congo-Brazzaville|Congolese
Costa Rica|Costa Rican;Costa Ricans
Croatia;Republic of Croatia|Croatian;Croatians;Croat;Croats
Cuba;Republic of Cuba|Cuban;Cubans
Cyprus;Republic of Cyprus|Cypriot;Cypriots
Czech Republic;Czechia|Czech;Czechs
Czechoslovakia|Czechoslovak;Czechoslovakian
Denmark;Kingdom of Denmark|Danish;Dane;Danes
Djibouti|Djiboutian
Dominica|Dominican
Dominican Republic|Dominican;Dominicans
East Timor;Timor-Leste|East Timorese;Timorese
East Germany;German Democratic Republic|East German;East Germans
Ecuador;Republic of Ecuador|Ecuadorean;Ecuadorian;Ecuadoreans;Ecuadorians
Egypt;Arab Republic of Egypt|Egyptian;Egyptians
El Salvador|Salvadoran;Salvadorans;Salvadorean
Equatorial Guinea|Equatoguinean
Eritrea;State of Eritrea|Eritrean;Eritreans
Estonia;Republic of Estonia|Estonian;Estonians
Eswatini;Swaziland|Swazi;Swazis
Ethiopia|Ethiopian;Ethiopians
Fiji|Fijian;Fijians
Finland;Republic of Finland|Finnish;Finn;Finns
France;French Republic|French;Frenchman;Frenchmen;Frenchwoman
Gabon|Gabonese
Gambia;The Gambia|Gambian;Gambians
Georgia;Republic of Georgia|Georgian;Georgians
Germany;Federal Republic of Germany|German;Germans
West Germany|West German;West Germans
Ghana;Republic of Ghana|Ghanaian;Ghanaians
Greece;Hellenic Republic|Greek;Greeks
Greenland|Greenlandic;Greenlander;Greenlanders
Grenada|Grenadian
Guatemala;Republic of Guatemala|Guatemalan;Guatemalans
Guinea;Republic of Guinea|Guinean;Guineans
Guinea-Bissau|Bissau-Guinean
Guyana;Co-operative Republic of Guyana|Guyanese
Haiti;Republic of Haiti|Haitian;Haitians
Honduras;Republic of Honduras|Honduran;Hondurans
Hong Kong|Hong Konger;Hong Kongers
Hungary|Hungarian;Hungarians
Iceland;Republic of Iceland|Icelandic;Icelander;Icelanders
India;Republic of India|Indian;Indians
Indonesia;Republic of Indonesia|Indonesian;Indonesians
Iran;Islamic Republic of Iran;Persia|Iranian;Iranians
Iraq;Republic of Iraq|Iraqi;Iraqis
Ireland;Republic of Ireland;Irish Republic|Irish;Irishman;Irishmen
Northern Ireland;Ulster|Northern Irish
Israel;State of Israel|Israeli;Israelis
Italy;Italian Republic|Italian;Italians
Ivory Coast;Côte d'Ivoire;Cote d'Ivoire|Ivorian;Ivorians
Jamaica|Jamaican;Jamaicans
Japan|Japanese
Jordan;Hashemite Kingdom of Jordan|Jordanian;Jordanians
Kazakhstan;Republic of Kazakhstan|Kazakh;Kazakhs;Kazakhstani
Kenya;Republic of Kenya|Kenyan;Kenyans
North Korea;Democratic People's Republic of Korea;DPRK|North Korean;North Koreans
South Korea;Republic of Korea|South Korean;South Koreans
Kosovo;Republic of Kosovo|Kosovan;Kosovar;Kosovars
Kurdistan|Kurdish;Kurd;Kurds
Kuwait;State of Kuwait|Kuwaiti;Kuwaitis
Kyrgyzstan;Kyrgyz Republic|Kyrgyz
Laos;Lao People's Democratic Republic|Laotian;Lao
Latvia;Republic of Latvia|Latvian;Latvians
Lebanon;Lebanese Republic|Lebanese
Lesotho|Basotho
Liberia;Republic of Liberia|Liberian;Liberians
Libya;State of Libya|Libyan;Libyans
Liechtenstein|Liechtensteiner
Lithuania;Republic of Lithuania|Lithuanian;Lithuanians
Luxembourg;Grand Duchy of Luxembourg|Luxembourgish;Luxembourger
Macau;Macao|Macanese
Madagascar|Malagasy;Madagascan
Malawi|Malawian;Malawians
Malaysia|Malaysian;Malaysians
Maldives|Maldivian
Mali;Republic of Mali|Malian;Malians
Malta;Republic of Malta|Maltese
Mauritania|Mauritanian;Mauritanians
Mauritius|Mauritian;Mauritians
Mexico;United Mexican States|Mexican;Mexicans
Micronesia;Federated States of Micronesia|Micronesian
Moldova;Republic of Moldova|Moldovan;Moldovans
Monaco|Monegasque
Mongolia|Mongolian;Mongolians
Montenegro|Montenegrin;Montenegrins
Morocco;Kingdom of Morocco|Moroccan;Moroccans
Mozambique;Republic of Mozambique|Mozambican;Mozambicans
Myanmar;Burma;Republic of the Union of Myanmar|Burmese
Namibia|Namibian;Namibians
Nepal|Nepalese;Nepali;Nepalis
Netherlands;The Netherlands;Kingdom of the Netherlands;Holland|Dutch;Dutchman;Dutchmen
New Zealand|New Zealander;New Zealanders;Kiwi;Kiwis
Nicaragua|Nicaraguan;Nicaraguans
Niger;Republic of the Niger|Nigerien
Nigeria;Federal Republic of Nigeria|Nigerian;Nigerians
North Macedonia;Macedonia;Republic of Macedonia;Former Yugoslav Republic of Macedonia|Macedonian;Macedonians
Norway;Kingdom of Norway|Norwegian;Norwegians
Oman;Sultanate of Oman|Omani;Omanis
Pakistan;Islamic Republic of Pakistan|Pakistani;Pakistanis
Palestine;State of Palestine;Palestinian territories;Palestinian Territories|Palestinian;Palestinians
Panama;Republic of Panama|Panamanian;Panamanians
Papua New Guinea|Papua New Guinean
Paraguay;Republic of Paraguay|Paraguayan;Paraguayans
Peru;Republic of Peru|Peruvian;Peruvians
Philippines;The Philippines;Republic of the Philippines|Filipino;Filipinos;Philippine
Poland;Republic of Poland|Polish;Pole;Poles
Portugal;Portuguese Republic|Portuguese
Puerto Rico|Puerto Rican;Puerto Ricans
Qatar;State of Qatar|Qatari;Qataris
Romania|Romanian;Romanians
Russia;Russian Federation|Russian;Russians
Soviet Union;Union of Soviet Socialist Republics;USSR;U.S.S.R.|Soviet;Soviets
Rwanda;Republic of Rwanda|Rwandan;Rwandans
Samoa|Samoan;Samoans
Saudi Arabia;Kingdom of Saudi Arabia|Saudi;Saudis;Saudi Arabian
Senegal;Republic of Senegal|Senegalese
Serbia;Republic of Serbia|Serbian;Serbians;Serb;Serbs
Seychelles|Seychellois
Sierra Leone|Sierra Leonean;Sierra Leoneans
Singapore;Republic of Singapore|Singaporean;Singaporeans
Slovakia;Slovak Republic|Slovak;Slovaks;Slovakian
Slovenia;Republic of Slovenia|Slovenian;Slovenians;Slovene
Solomon Islands|Solomon Islander
Somalia;Federal Republic of Somalia|Somali;Somalis
Somaliland|Somalilander
South Africa;Republic of South Africa|South African;South Africans
South Sudan;Republic of South Sudan|South Sudanese
Spain;Kingdom of Spain|Spanish;Spaniard;Spaniards
Sri Lanka|Sri Lankan;Sri Lankans
Sudan;Republic of the Sudan|Sudanese
Suriname|Surinamese
Sweden;Kingdom of Sweden|Swedish;Swede;Swedes
Switzerland;Swiss Confederation|Swiss
Syria;Syrian Arab Republic|Syrian;Syrians
Taiwan;Republic of China|Taiwanese
Tajikistan|Tajik;Tajiks
Tanzania;United Republic of Tanzania|Tanzanian;Tanzanians
Thailand;Kingdom of Thailand|Thai;Thais
Tibet|Tibetan;Tibetans
Togo|Togolese
Tonga|Tongan;Tongans
Trinidad and Tobago;Trinidad|Trinidadian;Trinidadians
Tunisia;Tunisian Republic|Tunisian;Tunisians
Turkey;Türkiye;Turkiye;Republic of Turkey|Turkish;Turk;Turks
Turkmenistan|Turkmen
Uganda;Republic of Uganda|Ugandan;Ugandans
Ukraine|Ukrainian;Ukrainians
United Arab Emirates;UAE;Emirates|Emirati;Emiratis
United Kingdom;United Kingdom of Great Britain and Northern Ireland;UK;U.K.;Britain;Great Britain|British;Briton;Britons
United States;United States of America;US;U.S.;USA;U.S.A.;America|American;Americans
Uruguay|Uruguayan;Uruguayans
Uzbekistan;Republic of Uzbekistan|Uzbek;Uzbeks
Vanuatu|Vanuatuan
Vatican City;Vatican;Holy See|
Venezuela;Bolivarian Republic of Venezuela|Venezuelan;Venezuelans
Vietnam;Viet Nam;Socialist Republic of Vietnam|Vietnamese
Yemen;Republic of Yemen|Yemeni;Yemenis
Yugoslavia;Federal Republic of Yugoslavia|Yugoslav;Yugoslavs;Yugoslavian
Zambia;Republic of Zambia|Zambian;Zambians
Zimbabwe;Republic of Zimbabwe|Zimbabwean;Zimbabweans
England|English;Englishman;Englishmen
Scotland|Scottish;Scot;Scots;Scotsman
Wales|Welsh;Welshman
Europe|European;Europeans
Africa|African;Africans
Asia|Asian;Asians
North America|North American;North Americans
South America|South American;South Americans
Latin America|Latin American;Latin Americans
Middle East;Mideast|Middle Eastern
Chechnya;Chechen Republic;Chechen Republic of Ichkeria|Chechen;Chechens
Crimea|Crimean
Catalonia|Catalan;Catalans
Basque Country|Basque;Basques
Quebec|Quebecer;Quebecers
Texas;Tex.|Texan;Texans
California;Calif.|Californian;Californians
Hawaii|Hawaiian
Alaska|Alaskan
Bavaria|Bavarian;Bavarians
Sicily|Sicilian
Corsica|Corsican
Paris|Parisian;Parisians
London|Londoner;Londoners
New York City;New York;N.Y.;NYC|New Yorker;New Yorkers
Washington, D.C.;Washington;Washington DC;Washington D.C.;D.C.|
Netherlands Antilles|
West Bank|
Gaza Strip;Gaza|Gazan;Gazans
Persian Gulf;Arabian Gulf;Gulf|
Caribbean|Caribbean
West Indies|West Indian;West Indians
Balkans|Balkan
Baltic states;Baltics|Baltic
Scandinavia|Scandinavian
Siberia|Siberian
`;

export interface PlaceNames {
  /** Usual name first. */
  readonly names: readonly string[];
  /** Adjectives and names of the people. */
  readonly demonyms: readonly string[];
}

/** What a country or region is called besides the name given, or null when the table does not have it. */
export function placeNames(name: string): PlaceNames | null {
  const wanted = name.replace(/’/g, "'");
  for (const line of TABLE.split('\n')) {
    const bar = line.indexOf('|');
    if (bar < 0 || !line.slice(0, bar).split(';').includes(wanted)) continue;
    return {
      names: line.slice(0, bar).split(';'),
      demonyms: line
        .slice(bar + 1)
        .split(';')
        .filter(Boolean),
    };
  }
  return null;
}

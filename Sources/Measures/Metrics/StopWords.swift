/// Words that say nothing about what people talk of: those of the closed classes of a language, and
/// adverbs and verbs as common. A change of how people write moves them, and no topic.
package struct StopWords: Sendable {
  private let words: Set<String>

  /// Those of the languages that a codex speaks; English in any case, which most places mix in.
  package init(of codex: Codex) {
    let spoken = codex.codes.flatMap { $0.phrases.compactMap(\.language).map(primaryLanguage) }
    words = Set(spoken + ["en"]).reduce(into: []) { words, language in
      words.formUnion(StopWords.lists[language] ?? [])
    }
  }

  package func contains(_ word: String) -> Bool { words.contains(word) }

  package var sorted: [String] { words.sorted() }

  /// Small letters with accents, as terms are written; of three letters at least.
  private static let lists: [String: Set<String>] = [
    "de": list(german), "en": list(english), "es": list(spanish), "fr": list(french),
    "pt": list(portuguese), "ru": list(russian),
  ]

  private static func list(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let english = """
    able about above across actually after again against ago ain all almost alone along already also
    although always among and another any anybody anyone anything anyway anywhere are aren around ask
    asked away back bad became because become been before behind being below best better between big
    bit both but came can cannot cant come comes coming could couldn currently did didn different does
    doesn doing don done dont down during each either else end enough especially etc even eventually
    ever every everybody everyone everything exactly far few fewer fine finally find first five follow
    for found four from full further gave generally get gets getting give given gives giving goes going
    gone gonna good got great had hadn half happen happened happens hard hardly has hasn have haven
    having her here hers herself him himself his how however huge idea instead into isn its itself just
    keep keeps kept kind knew know known knows large last lately later least leave left less let lets
    like likely little long longer look looked looking looks lot lots made main mainly make makes making
    many may maybe mean means meant might mine more most mostly much must mustn myself near nearly need
    needed needs neither never new next nice nobody none nor not nothing now nowhere obviously off often
    okay old once one ones only onto other others otherwise our ours ourselves out over own part per
    perhaps please possible possibly probably put puts quite rather ready real really recently right
    said same saw say saying says second see seem seemed seems seen several shall shan she should
    shouldn show shows side simply since small some somebody somehow someone something sometimes
    somewhat somewhere soon still such sure take taken takes taking tell ten than thank thanks that the
    their theirs them themselves then there therefore these they thing things think third this those
    though thought three through thus till time times today together told tomorrow tonight too took
    toward towards tried tries try trying twice two under unless unlike until upon use used uses using
    usual usually very via want wanted wants was wasn way ways well went were weren what whatever when
    whenever where whereas wherever whether which while who whole whoever whom whose why will with
    within without won wonder would wouldn wrong year years yes yesterday yet you your yours yourself
    yourselves
    """

  private static let german = """
    aber alle allem allen aller alles als also andere anderen auch auf aus bei beim bereits besser bin
    bis bist bitte damit dann das dass dein deine dem den denn der des deshalb die dies diese diesem
    diesen dieser dieses doch dort durch eben eher eigentlich ein eine einem einen einer eines einfach
    einige einmal erst etwas euch euer für ganz gar gegen geht gerade gern gibt ging gut habe haben hab
    hallo hast hat hatte hatten heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren immer ins
    ist jede jedem jeden jeder jedes jedoch jemand jetzt kann kannst kein keine keinen können könnte
    machen macht mal man manche mehr mein meine meinem meinen mich mir mit muss musst müssen nach nicht
    nichts noch nun nur ohne oder schon sehr sein seine seinem seinen seit selbst sich sicher sie sind
    sogar soll sollen sollte sollten sondern sonst soweit trotzdem über überhaupt und uns unser unter
    viel viele vielleicht vom von vor wann war waren warum was weil weiter welche welcher wenig wenn wer
    werde werden wie wieder will wir wird wirklich wirst wohl wollen wollte worden wurde wurden würde
    zum zur zwar zwischen
    """

  private static let french = """
    afin ainsi alors après assez aucun aucune aussi autre autres aux avait avant avec avez avoir avons
    beaucoup bien bon bonjour car cela celle celui ces cet cette ceux chaque chez comme comment dans
    depuis des deux dire dit doit donc dont elle elles encore entre est étaient était être eux faire
    fait faut fois font ici ils jamais juste leur leurs lors lorsque lui mais merci mes mieux moi moins
    mon même non nos notre nous ont oui par parce parfois pas pendant peu peut peux plus plusieurs plutôt
    pour pourquoi pouvez puis quand que quel quelle quelqu quelque quelques qui quoi rien sans sauf sera
    ses seulement sinon soit son sont sous souvent sur tant tel telle tes toi ton toujours tous tout
    toute toutes très trop une vers veux voici voilà voir vont vos votre vous vraiment
    """

  private static let spanish = """
    además ahora algo alguien alguna alguno algunos allí ante antes aquel aquí así aún aunque bien bueno
    cada casi como cómo con cosa creo cual cualquier cuando cuándo cuanto del desde después donde dónde
    dos ella ellas ellos entonces entre era eran eres esa esas ese eso esos esta está están estar estas
    este esto estos estoy fue fueron gracias había hace hacer hacia han has hasta hay hola hoy igual las
    les los luego más mejor menos mientras mis mismo mucho muchos muy nada nadie ninguna ninguno nos
    nosotros nuestro nunca otra otro otros para pero poco por porque pues puede pueden puedo que qué
    quien quién quiero saber según ser será sería sido siempre sin sino sobre solo sólo son soy sus
    también tampoco tan tanto tener tengo tiene tienen toda todas todavía todo todos tras una unas uno
    unos usted vamos van vez voy
    """

  private static let portuguese = """
    agora ainda alguém algum alguma algumas alguns ali antes aos apenas após aquela aquele aqui aquilo
    assim até bem bom cada com como consigo contra cada dar das dela dele deles depois desde dessa desse
    desta deste disso dos ela elas ele eles entre era eram essa essas esse esses esta está estão estar
    estas este estes estou eu faz fazer foi foram gente há hoje isso isto já lá lhe mais mas mesmo meu
    meus minha muita muito muitos nada nas nem nenhum nessa nesse nesta neste ninguém nos nós nossa
    nosso num numa nunca obrigado onde outra outras outro outros para pela pelas pelo pelos pode podem
    pois por porque porquê posso pouco pra qual qualquer quando quanto que quê quem quero são sei seja
    sem sempre sendo ser será seria seu seus sim sobre somente sou sua suas também tanto tão tem têm tem
    ter teu tinha toda todas todo todos tudo uma umas uns vai vamos você vocês vou
    """

  private static let russian = """
    без более был была были было быть вам вас ваш весь вместо вот все всё всегда всего всех вчера где
    даже для если есть ещё еще как какая какие какой когда конечно которая которые который кто куда
    лучше лишь мне много может можно мой моя надо нам нас наш него ней нельзя нет нибудь ним них ничего
    нужно один однако она они оно опять очень перед под пока после потом потому почему почти при просто
    раз разве сам самый сейчас себе себя сегодня сказать сколько снова совсем спасибо так такие
    такой также там твой тебе тебя тем теперь тоже только тот туда тут уже хоть хотя хочу чего чем через
    что чтобы чуть эта эти этим этих это этого этой этом этот
    """
}

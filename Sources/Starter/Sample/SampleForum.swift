internal import Basics
internal import CommunityData

/// The invented forum of a first site: nine months of questions and answers that are the same each
/// time for the same months and language.
struct SampleForum {
  let story: StarterStory
  let phrases: StarterPhrases
  private(set) var items: [Item] = []
  private(set) var members: [Member] = []
  var chance = Chance(seed: 20)
  /// People by what they do; newcomers are added as they come.
  private(set) var regulars: [String] = []
  private(set) var staff: [String] = []

  /// The id of the post that the insight quotes.
  static let complaint = "2007"

  /// How many questions each month has, and by how much a first response takes longer than usual.
  private static let questions = [15, 16, 15, 17, 16, 18, 36, 24, 19]
  private static let delays = [1, 0.9, 1.1, 1, 0.9, 1, 3.2, 1.6, 1]
  /// Minutes until the first response; the middle one is the median.
  private static let waits = [6, 14, 25, 45, 80, 130, 170, 200, 260, 420, 700, 1300, 2600]

  init(_ story: StarterStory, _ phrases: StarterPhrases) {
    self.story = story
    self.phrases = phrases
    regulars = (0..<18).map { _ in join(.member) }
    staff = (0..<3).map { _ in join(.staff) }
    for month in 0..<StarterStory.months {
      for _ in 0..<SampleForum.questions[month] { tell(in: month) }
    }
    complain()
    let end = story.window.to
    items = items.filter { $0.published <= end }
    let there = Set(items.compactMap(\.attributedTo))
    members = members.filter { there.contains($0.id) }
  }

  /// One question with what became of it.
  private mutating func tell(in month: Int) {
    let thread = 100 + items.count
    let asker = chance.happens(0.45) ? join(.member) : regular()
    let isAboutRelease = month >= StarterStory.releaseMonth && chance.happens(0.55)
    let topics = isAboutRelease ? phrases.topics.suffix(1) : phrases.topics.dropLast()
    let topic = chance.pick(Array(topics))
    let words = chance.pick(topic.questions)
    var question = Item(
      id: "\(thread)", type: .question, attributedTo: asker, published: moment(in: month))
    question.name = words.title
    question.content = words.text
    question.tag = [topic.tag]
    question.reactions = [Reaction(name: "like", count: chance.number(0...4))]
    let isAnswered = chance.happens(month == StarterStory.releaseMonth ? 0.86 : 0.93)
    let start = add(question, to: thread)
    if isAnswered { answer(question, at: start, delayedBy: SampleForum.delays[month]) }
  }

  private mutating func answer(_ question: Item, at start: Int, delayedBy factor: Double) {
    var latest = question.published
    let asker = question.attributedTo
    for round in 0..<(1 + chance.index(ofWeights: [4, 3, 1])) {
      let minutes = Double(chance.pick(SampleForum.waits)) * factor
      latest = latest.adding(minutes: Int(minutes) + 1)
      let person = helper(at: latest, besides: asker)
      var reply = Item(
        id: "\(question.id)-\(round)", type: .reply, attributedTo: person, published: latest)
      reply.content = chance.pick(phrases.answers)
      reply.inReplyTo = question.id
      reply.reactions = [Reaction(name: "like", count: chance.number(0...3))]
      let place = add(reply, to: 0, in: question)
      if round == 0, chance.happens(0.4) { items[start].accepted = items[place].id }
    }
    if chance.happens(0.5) { thank(for: question, after: latest) }
  }

  private mutating func thank(for question: Item, after latest: Timestamp) {
    let moment = latest.adding(minutes: chance.number(5...400))
    var thanks = Item(
      id: "\(question.id)-t", type: .reply, attributedTo: question.attributedTo, published: moment)
    thanks.content = chance.pick(phrases.thanks)
    thanks.inReplyTo = "\(question.id)-0"
    _ = add(thanks, to: 0, in: question)
  }

  /// The post that the insight quotes, and the answer of staff the day after.
  private mutating func complain() {
    let day = story.releaseDay.adding(days: 3)
    var post = Item(
      id: SampleForum.complaint, type: .question, attributedTo: regulars[0],
      published: Timestamp(day).adding(minutes: 19 * 60 + 12))
    post.name = phrases.complaint.title
    post.content = phrases.complaint.text
    post.tag = phrases.topics.suffix(1).map(\.tag)
    post.reactions = [Reaction(name: "like", count: 9)]
    _ = add(post, to: 2007)
    var reply = Item(
      id: "\(post.id)-0", type: .reply, attributedTo: staff[0],
      published: post.published.adding(minutes: 14 * 60))
    reply.content = phrases.answers.first
    reply.inReplyTo = post.id
    _ = add(reply, to: 0, in: post)
  }

  /// Adds a post with what every post of the forum has; its place in ``items``.
  private mutating func add(_ item: Item, to thread: Int, in question: Item? = nil) -> Int {
    var item = item
    item.mediaType = .plain
    item.context = question?.id ?? item.id
    item.channel = "help"
    item.url =
      "\(StarterNames.origin)/t/\(question?.id ?? "\(thread)")/"
      + (question == nil ? "1" : "\(items.count { $0.context == item.context } + 1)")
    items.append(item)
    return items.count - 1
  }

  private mutating func join(_ role: Member.Role) -> String {
    let digits = Array("abcdefghijkmnpqrstuvwxyz23456789")
    let id = "m-" + String((0..<10).map { _ in chance.pick(digits) })
    members.append(Member(id: id, role: role))
    return id
  }

  /// The first of the regulars write most.
  private mutating func regular() -> String {
    regulars[chance.index(ofWeights: regulars.indices.map { 1 / Double($0 + 2) })]
  }

  /// Staff answer on weekdays between 8 and 16, members at any time.
  private mutating func helper(at moment: Timestamp, besides asker: String?) -> String {
    let hour = moment.secondsSinceEpoch % 86_400 / 3_600
    let isAtWork = moment.day.isoWeekday <= 5 && (8..<16).contains(hour)
    if isAtWork, chance.happens(0.4) { return chance.pick(staff) }
    let person = regular()
    return person == asker ? regulars[regulars.count - 1] : person
  }

  private mutating func moment(in month: Int) -> Timestamp {
    let start = story.starts[month]
    let length = story.starts[month + 1].daysSinceEpoch - start.daysSinceEpoch
    var day = start.adding(days: chance.number(0...(length - 1)))
    // Fewer people write at the weekend.
    if day.isoWeekday > 5, chance.happens(0.5) {
      day = start.adding(days: chance.number(0...(length - 1)))
    }
    let hours = [1, 0, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 6, 7, 7, 6, 6, 6, 7, 8, 8, 6, 4, 2]
    let hour = chance.index(ofWeights: hours.map(Double.init))
    return Timestamp(day).adding(minutes: hour * 60 + chance.number(0...59))
  }
}

extension Timestamp {
  fileprivate func adding(minutes: Int) -> Timestamp {
    Timestamp(secondsSinceEpoch: secondsSinceEpoch + Int64(minutes) * 60)
  }
}

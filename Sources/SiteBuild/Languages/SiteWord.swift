internal import Basics

/// The words that pages are given by the program; templates read others by themselves.
package enum SiteWord: String, CaseIterable, Sendable {
  case builtFrom = "built_from"
  case footnotes
  case backToReference = "back_to_reference"
  case home
  case insights
  case communities
  case data
  case method
  case howWeCount = "how_we_count"
  case privacyRules = "privacy_rules"
  case downloadTheData = "download_the_data"
  case directory
  case howToLeave = "how_to_leave"
  case kickerOne = "kicker_one"
  case kickerMany = "kicker_many"
  case kickerOneUndated = "kicker_one_undated"
  case kickerManyUndated = "kicker_many_undated"
  case readTheInsight = "read_the_insight"
  case keyFigures = "key_figures"
  case keyFiguresOf = "key_figures_of"
  case keyFiguresNote = "key_figures_note"
  case better
  case worse
  case whatChanged = "what_changed"
  case changeFigure = "change_figure"
  case changeSettling = "change_settling"
  case changeCriticism = "change_criticism"
  case changeAnswer = "change_answer"
  case changeCorrection = "change_correction"
  case changeConsent = "change_consent"
  case changeInsight = "change_insight"
  case consentsGiven = "consents_given"
  case consentsEnded = "consents_ended"
  case allChanges = "all_changes"
  case changesLead = "changes_lead"
  case editionOf = "edition_of"
  case search
  case searchTexts = "search_texts"
  case aToZ = "a_to_z"
  case aToZLead = "a_to_z_lead"
  case places
  case placesLead = "places_lead"
  case topicsLead = "topics_lead"
  case credits
  case creditsLead = "credits_lead"
  case withoutResponseCount = "without_response_count"
  case changeCommunity = "change_community"
  case changeAddress = "change_address"
  case noFigureMoved = "no_figure_moved"
  case changeOf = "change_of"
  case communityIsNew = "community_is_new"
  case communityIsGone = "community_is_gone"
  case pagesAreNew = "pages_are_new"
  case pagesAreGone = "pages_are_gone"
  case moved
  case movedBack = "moved_back"
  case valueInPeriod = "value_in_period"
  case valueOnDay = "value_on_day"
  case editionsCompared = "editions_compared"
  case moreChanges = "more_changes"
  case minutes
  case published
  case about
  case sources
  case communitiesCaption = "communities_caption"
  case community
  case year
  case postsAndComments = "posts_and_comments"
  case people
  case kind
  case basis
  case basisConsent = "basis_consent"
  case basisLicence = "basis_licence"
  case basisTerms = "basis_terms"
  case seen
  case seenFromTo = "seen_from_to"
  case items
  case sample
  case inventedData = "invented_data"
  case activity
  case responsiveness
  case waiting
  case waitingIntro = "waiting_intro"
  case howItWorks = "how_it_works"
  case cannotSayHowLong = "cannot_say_how_long"
  case ourPart = "our_part"
  case asResponsiveAsFriends = "as_responsive_as_friends"
  case becauseWeWereAsked = "because_we_were_asked"
  case firstResponsesByStaff = "first_responses_by_staff"
  case howLongPeopleWait = "how_long_people_wait"
  case halfWaited = "half_waited"
  case mostFirstResponses = "most_first_responses"
  case firstResponseBy = "first_response_by"
  case shareOfResponses = "share_of_responses"
  case whoAnswersWhom = "who_answers_whom"
  case newcomersAnsweredNewcomers = "newcomers_answered_newcomers"
  case regularsAnsweredNewcomers = "regulars_answered_newcomers"
  case moderatorsAnsweredNewcomers = "moderators_answered_newcomers"
  case staffAnsweredNewcomers = "staff_answered_newcomers"
  case regulars
  case moderators
  case staff
  case topics
  case praiseAndCriticism = "praise_and_criticism"
  case praiseAndCriticismIntro = "praise_and_criticism_intro"
  case linksPeopleShare = "links_people_share"
  case aroundCampaigns = "around_campaigns"
  case aroundCampaignsIntro = "around_campaigns_intro"
  case place
  case postsPraise = "posts_praise"
  case topic
  case criticism
  case critical
  case praise
  case praising
  case mostTalkedAbout = "most_talked_about"
  case conversations
  case risingWord = "rising_word"
  case inConversations = "in_conversations"
  case word
  case deviationsAbove = "deviations_above"
  case mostPeopleShare = "most_people_share"
  case domain
  case gaveAndAsked = "gave_and_asked"
  case times
  case quarter
  case weAsked = "we_asked"
  case askedTimes = "asked_times"
  case weGave = "we_gave"
  case givenTimes = "given_times"
  case gavePerAsk = "gave_per_ask"
  case campaignsTitle = "campaigns_title"
  case campaignOrEvent = "campaign_or_event"
  case weeksBefore = "weeks_before"
  case aWeekBefore = "a_week_before"
  case weeksAfter = "weeks_after"
  case aWeekAfter = "a_week_after"
  case afterPerBefore = "after_per_before"
  case notOverYet = "not_over_yet"
  case underConversations = "under_conversations"
  case overThreeQuarters = "over_three_quarters"
  case asked
  case closed
  case untitled
  case figureWhen = "figure_when"
  case peopleWhoWrote = "people_who_wrote"
  case newcomers
  case medianWait = "median_wait"
  case answeredInADay = "answered_in_a_day"
  case questionsWithoutResponse = "questions_without_response"
  case halfOfIt = "half_of_it"
  case cameBack = "came_back"
  case inAConversation = "in_a_conversation"
  case byBots = "by_bots"
  case usualRange = "usual_range"
  case usualValue = "usual_value"
  case likelyBetween = "likely_between"
  case likelyAbout = "likely_about"
  case sourceDoesNotTell = "source_does_not_tell"
  case nothingWasMeasured = "nothing_was_measured"
  case sameAs = "same_as"
  case moreThan = "more_than"
  case fewerThan = "fewer_than"
  case longerThan = "longer_than"
  case shorterThan = "shorter_than"
  case higherThan = "higher_than"
  case lowerThan = "lower_than"
  case sparkWeeks = "spark_weeks"
  case sparkMonths = "spark_months"
  case sparkQuarters = "spark_quarters"
  case sparkYears = "spark_years"
  case figure
  case figureInside = "figure_inside"
  case figureTable = "figure_table"
  case group
  case measureWithTitle = "measure_with_title"
  case figureSubtitle = "figure_subtitle"
  case figureSubtitleUndated = "figure_subtitle_undated"
  case figureSubtitleWhole = "figure_subtitle_whole"
  case sourceLine = "source_line"
  case queryMeasure = "query_measure"
  case querySource = "query_source"
  case withheldNote = "withheld_note"
  case withheld
  case figureCredit = "figure_credit"
  case figureCreditLicence = "figure_credit_licence"
  case claimUnknown = "claim_unknown"
  case claim
  case claimBelow = "claim_below"
  case claimWithin = "claim_within"
  case claimAbove = "claim_above"
  case busiest
  case whenPeopleWrite = "when_people_write"
  case postsByWeekday = "posts_by_weekday"
  case mondays
  case tuesdays
  case wednesdays
  case thursdays
  case fridays
  case saturdays
  case sundays
  case withinAnHour = "within_an_hour"
  case withinADay = "within_a_day"
  case withinAWeek = "within_a_week"
  case ofQuestions = "of_questions"
  case promptShare = "prompt_share"
  case response
  case shareOfQuestions = "share_of_questions"
  case wroteAgainQuarter = "wrote_again_quarter"
  case wroteAgainYear = "wrote_again_year"
  case laterMonthsFewer = "later_months_fewer"
  case weekWords = "week_words"
  case quarter1Words = "quarter_1_words"
  case quarter2Words = "quarter_2_words"
  case quarter3Words = "quarter_3_words"
  case quarter4Words = "quarter_4_words"
  case wholeTimeWords = "whole_time_words"
  case weekShort = "week_short"
  case quarterShort = "quarter_short"
  case wholeTimeShort = "whole_time_short"
  case wholeTimeSmall = "whole_time_small"
  case inWeek = "in_week"
  case inMonth = "in_month"
  case inQuarter1 = "in_quarter_1"
  case inQuarter2 = "in_quarter_2"
  case inQuarter3 = "in_quarter_3"
  case inQuarter4 = "in_quarter_4"
  case inYear = "in_year"
  case inWholeTime = "in_whole_time"
  case perWeek = "per_week"
  case perMonth = "per_month"
  case perQuarter = "per_quarter"
  case perYear = "per_year"
  case perWholeTime = "per_whole_time"
  case notMeasurable = "not_measurable"
  case notMeasurableField = "not_measurable_field"
  case nothingToMeasure = "nothing_to_measure"
  case notReached = "not_reached"
  case none
  case fieldReplies = "field_replies"
  case fieldReactions = "field_reactions"
  case fieldThreads = "field_threads"
  case fieldURLs = "field_urls"
  case fieldEdits = "field_edits"
  case fieldRoles = "field_roles"
  case fieldAccepted = "field_accepted"
  case unitItems = "unit_items"
  case unitPeople = "unit_people"
  case unitThreads = "unit_threads"
  case unitEntries = "unit_entries"
  case unitSeconds = "unit_seconds"
  case unitShare = "unit_share"
  case unitRatio = "unit_ratio"
  case unitScore = "unit_score"
  case files
  case rows
  case licence
  case allMeasurements = "all_measurements"
  case columns
  case column
  case meaning
  case columnCommunity = "column_community"
  case columnMetric = "column_metric"
  case columnPeriod = "column_period"
  case columnSegment = "column_segment"
  case columnValue = "column_value"
  case columnUnit = "column_unit"
  case columnN = "column_n"
  case columnLow = "column_low"
  case columnHigh = "column_high"
  case columnNote = "column_note"
  case metrics
  case formula
  case needs
  case source
  case unit
  case examplePosts = "example_posts"
  case exampleThread = "example_thread"
  case exampleWho = "example_who"
  case exampleText = "example_text"
  case exampleWhen = "example_when"
  case exampleTimes = "example_times"
  case exampleTagged = "example_tagged"
  case exampleCoded = "example_coded"
  case exampleCounted = "example_counted"
  case exampleName = "example_name"
  case examplePeriod = "example_period"
  case exampleSegment = "example_segment"
  case exampleValue = "example_value"
  case nothingHere = "nothing_here"
  case tags
  case pageMoved = "page_moved"
  case pageMovedTo = "page_moved_to"
  case pageGone = "page_gone"
  case pageGoneSince = "page_gone_since"
  case linkDirectory = "link_directory"
  case directoryDescription = "directory_description"
  case directoryOf = "directory_of"
  case noPlaceListed = "no_place_listed"
  case placesListed = "places_listed"
  case placesAsked = "places_asked"
  case directoryOPML = "directory_opml"
  case directoryJSON = "directory_json"
  case directoryNews = "directory_news"
  case pageOf = "page_of"
  case isListed = "is_listed"
  case saidYesAgain = "said_yes_again"
  case roleOwner = "role_owner"
  case roleBoard = "role_board"
  case roleAdministrator = "role_administrator"
  case roleModerator = "role_moderator"
  case roleEditor = "role_editor"
  case roleUnknown = "role_unknown"
  case scopeLink = "scope_link"
  case scopeName = "scope_name"
  case scopeMetrics = "scope_metrics"
  case scopeQuotes = "scope_quotes"
  case scopeLinkMeans = "scope_link_means"
  case scopeNameMeans = "scope_name_means"
  case scopeMetricsMeans = "scope_metrics_means"
  case scopeQuotesMeans = "scope_quotes_means"
  case withdrawn
  case internalEdition = "internal_edition"
  case draftOnly = "draft_only"
  case dueOn = "due_on"
  case withdrawnMark = "withdrawn_mark"
  case criticismLead = "criticism_lead"
  case jobs
  case jobsLead = "jobs_lead"
  case strategy
  case strategyLead = "strategy_lead"
  case sketches
  case sketchesLead = "sketches_lead"
  case explainers
  case explainersLead = "explainers_lead"
  case media
  case mediaLead = "media_lead"
  case corrections
  case correctionsLead = "corrections_lead"
  case experts
  case expertsLead = "experts_lead"
  case reps
  case repsLead = "reps_lead"
  case departments
  case departmentsLead = "departments_lead"
  case criticismAndWhatWasDone = "criticism_and_what_was_done"
  case whoSpeaksForUs = "who_speaks_for_us"
  case howToCorrectUs = "how_to_correct_us"
  case criticismNumber = "criticism_number"
  case firstRaised = "first_raised"
  case statusHeard = "status_heard"
  case statusExplained = "status_explained"
  case statusChanged = "status_changed"
  case statusDeclined = "status_declined"
  case statusHeardMeans = "status_heard_means"
  case statusExplainedMeans = "status_explained_means"
  case statusChangedMeans = "status_changed_means"
  case statusDeclinedMeans = "status_declined_means"
  case ourAnswer = "our_answer"
  case reasons
  case whatChangedThen = "what_changed_then"
  case reaction
  case history
  case owner
  case objective
  case behaviour
  case engagement
  case measure
  case target
  case lastMeasured = "last_measured"
  case valueAndChange = "value_and_change"
  case reviewedOn = "reviewed_on"
  case job
  case struggle
  case workaround
  case inTheirWords = "in_their_words"
  case whatWasAsked = "what_was_asked"
  case whatPeopleSaid = "what_people_said"
  case whatWasRefused = "what_was_refused"
  case department
  case answersFor = "answers_for"
  case oftenBelieved = "often_believed"
  case checkedBy = "checked_by"
  case paidBy = "paid_by"
  case mediaEarned = "media_earned"
  case mediaOwned = "media_owned"
  case mediaPaid = "media_paid"
  case mediaParticipatory = "media_participatory"
  case mediaSponsored = "media_sponsored"
  case correction
  case dissent
  case saidAt = "said_at"
  case whatWeDid = "what_we_did"
  case expert
  case canBeAsked = "can_be_asked"
  case contact
  case languages
  case peopleMany = "people_many"
  case points
  case pointsWithDecimals = "points_with_decimals"
  case staffTookLonger = "staff_took_longer"
  case staffWereFaster = "staff_were_faster"
  case waitingListed = "waiting_listed"
  case peopleWithheld = "people_withheld"
  case peopleAtLeast = "people_at_least"
  case noAnswerYet = "no_answer_yet"
  case briefs
  case briefsLead = "briefs_lead"
  case briefFor = "brief_for"
  case briefNothingNew = "brief_nothing_new"
  case briefNothingLead = "brief_nothing_lead"
  case briefFindings = "brief_findings"
  case briefFigures = "brief_figures"
  case briefWaiting = "brief_waiting"
  case briefReviews = "brief_reviews"
  case briefConversations = "brief_conversations"
  case briefLeavesOut = "brief_leaves_out"
  case briefUnknown = "brief_unknown"
  case briefQuestions = "brief_questions"
  case briefMeasure = "brief_measure"
  case briefToPrint = "brief_to_print"
  case briefAsText = "brief_as_text"
  case briefAsMail = "brief_as_mail"
  case fullReport = "full_report"
  case jobInCommunity = "job_in_community"
  case jobByPhrases = "job_by_phrases"
  case weWereAsked = "we_were_asked"
  case weWereMentioned = "we_were_mentioned"
  case conversationUnit = "conversation_unit"
  case openSoFar = "open_so_far"
  case waitingDays = "waiting_days"
  case reviewDue = "review_due"
  case reviewOverdue = "review_overdue"
  case leavesOutFindings = "leaves_out_findings"
  case leavesOutOthers = "leaves_out_others"
  case leavesOutFigures = "leaves_out_figures"
  case leavesOutCriticism = "leaves_out_criticism"
  case leavesOutSettled = "leaves_out_settled"
  case leavesOutReviews = "leaves_out_reviews"
  case leavesOutConversations = "leaves_out_conversations"
  case leavesOutOlder = "leaves_out_older"
  case leavesOutPrivate = "leaves_out_private"
  case leavesOutPeople = "leaves_out_people"
  case unknownSilent = "unknown_silent"
  case unknownWords = "unknown_words"
  case unknownSince = "unknown_since"
  case unknownWithheld = "unknown_withheld"
  case reasonNamed = "reason_named"
  case reasonJob = "reason_job"
  case reasonTopic = "reason_topic"
  case reasonCommunity = "reason_community"
}

extension Wording {
  func callAsFunction(_ word: SiteWord, _ values: [String: MessageValue] = [:]) -> String {
    text(key: word.rawValue, values)
  }
}

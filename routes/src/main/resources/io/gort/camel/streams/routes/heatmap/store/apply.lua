-- Counts entries in the buckets of one symbol, each entry once for each interval, in whatever order they come.
-- KEYS: head, then hashes of counted entries and volumes of buckets in the order in which entries name them
-- ARGV: number of intervals; for each interval: label, its bit, milliseconds of a bucket, buckets of a window, milliseconds
--   after which an entry is too old, milliseconds for which a bucket is kept;
--   then for each entry: the field of its mark, the mark's place there, which of KEYS its hash is, when it was added,
--   timestamp, price, what it adds as text, and for each interval which of KEYS its volumes are
-- Gives how often an entry was counted, was counted before, or was late: entries times intervals; then which of KEYS have
-- become so long that they should be folded.
-- An entry's mark is a character of a field: the sum of the bits of the intervals that it was counted in. What is there is
-- asked once for each hash, then all is decided without commands, then each hash and each bucket is written.
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- so many fields go into a command; with their values fewer arguments than Lua passes on
local CHUNK = 1000
-- characters of volumes that are not worth folding
local SHORT = 8192

local intervals, at = {}, 2
for i = 1, tonumber(ARGV[1]) do
  intervals[i] = {
    label = ARGV[at],
    bit = tonumber(ARGV[at + 1]),
    millis = tonumber(ARGV[at + 2]),
    count = tonumber(ARGV[at + 3]),
    limit = tonumber(ARGV[at + 4]),
    keep = tonumber(ARGV[at + 5]),
  }
  at = at + 6
end

-- Of each hash: the fields that are asked for, the marks there, and which of them change.
local hashes = {}
local function hashOf(number)
  local hash = hashes[number]
  if not hash then
    hash = { key = KEYS[number], fields = {}, marks = {}, changed = {}, keep = 0 }
    hashes[number] = hash
  end
  return hash
end

-- Of each bucket: the texts that are to be appended.
local buckets = {}
local function bucketOf(number, interval)
  local bucket = buckets[number]
  if not bucket then
    bucket = { interval = interval, texts = {} }
    buckets[number] = bucket
  end
  return bucket
end

local entries = {}
while at <= #ARGV do
  local entry = {
    field = ARGV[at],
    place = tonumber(ARGV[at + 1]),
    hash = hashOf(tonumber(ARGV[at + 2])),
    added = tonumber(ARGV[at + 3]),
    timestamp = tonumber(ARGV[at + 4]),
    price = ARGV[at + 5],
    text = ARGV[at + 6],
    buckets = {},
  }
  if not entry.hash.marks[entry.field] then
    entry.hash.marks[entry.field] = {}
    entry.hash.fields[#entry.hash.fields + 1] = entry.field
  end
  for i, interval in ipairs(intervals) do
    entry.buckets[i] = bucketOf(tonumber(ARGV[at + 6 + i]), interval)
  end
  entries[#entries + 1] = entry
  at = at + 7 + #intervals
end

-- Calls a command with a list, piece by piece.
local function each(list, call)
  for from = 1, #list, CHUNK do
    call(from, math.min(from + CHUNK - 1, #list))
  end
end

for _, hash in pairs(hashes) do
  each(hash.fields, function(from, to)
    for i, marks in ipairs(redis.call('HMGET', hash.key, unpack(hash.fields, from, to))) do
      hash.marks[hash.fields[from + i - 1]] = { string.byte(marks or '', 1, -1) }
    end
  end)
end

local state = redis.call('HMGET', head, 'clock', 'price')
local clock, price = tonumber(state[1] or '-1'), state[2] or '0'
local moved, longest = false, 0
local counted, duplicates, late, lateBy = 0, 0, 0, {}

-- Which intervals an entry was counted in.
local function markOf(entry)
  return entry.hash.marks[entry.field][entry.place] or 0
end

local function add(bucket, entry)
  local hash = entry.hash
  local marks = hash.marks[entry.field]
  for place = #marks + 1, entry.place do
    marks[place] = 0
  end
  marks[entry.place] = marks[entry.place] + bucket.interval.bit
  hash.changed[entry.field] = true
  hash.keep = math.max(hash.keep, bucket.interval.keep)
  bucket.texts[#bucket.texts + 1] = entry.text
end

-- The price of several entries with the clock's timestamp is the highest, whatever their order.
local function moveClock(entry)
  local higher = tonumber(entry.price) - tonumber(price)
  if entry.timestamp > clock
    or (entry.timestamp == clock and (higher > 0 or (higher == 0 and entry.price > price))) then
    clock, price, moved = entry.timestamp, entry.price, true
  end
end

local function isLate(entry, interval)
  local bucket = math.floor(entry.timestamp / interval.millis)
  local oldest = math.floor(clock / interval.millis) - interval.count + 1
  return now - entry.added > interval.limit or bucket < oldest
end

for _, entry in ipairs(entries) do
  local before = counted
  for i, interval in ipairs(intervals) do
    if bit.band(markOf(entry), interval.bit) ~= 0 then
      duplicates = duplicates + 1
    elseif isLate(entry, interval) then
      lateBy[interval.label] = (lateBy[interval.label] or 0) + 1
      late = late + 1
    else
      add(entry.buckets[i], entry)
      counted = counted + 1
    end
  end
  if counted > before then
    moveClock(entry)
  end
end

-- Never sooner than another instance wants it, which may make longer intervals.
local function keep(key, millis)
  if redis.call('PTTL', key) < millis then
    redis.call('PEXPIREAT', key, now + millis)
  end
end

-- Whether most of a text has come since it was folded; what folding left is told in its first line.
local function isLong(key, length)
  return length > SHORT
    and length > 2 * tonumber(string.match(redis.call('GETRANGE', key, 0, 15), '^(%d+)\n') or '0')
end

local function writeHash(hash)
  local marks = {}
  for field in pairs(hash.changed) do
    marks[#marks + 1] = field
    marks[#marks + 1] = string.char(unpack(hash.marks[field]))
  end
  each(marks, function(from, to)
    redis.call('HSET', hash.key, unpack(marks, from, to))
  end)
  if hash.keep > 0 then
    keep(hash.key, hash.keep)
  end
end

-- The hashes come first: a full server refuses a script's first write only.
for _, hash in pairs(hashes) do
  writeHash(hash)
end
local long = {}
for number, bucket in pairs(buckets) do
  if #bucket.texts > 0 then
    if isLong(KEYS[number], redis.call('APPEND', KEYS[number], table.concat(bucket.texts))) then
      long[#long + 1] = number
    end
    keep(KEYS[number], bucket.interval.keep)
  end
end
for label, number in pairs(lateBy) do
  redis.call('HINCRBY', head, 'late:' .. label, number)
end
if moved then
  redis.call('HSET', head, 'clock', string.format('%.0f', clock), 'price', price)
end
if counted > 0 then
  redis.call('HINCRBY', head, 'version', 1)
end
for _, interval in ipairs(intervals) do
  longest = math.max(longest, interval.keep)
end
keep(head, longest)
return { counted, duplicates, late, unpack(long) }

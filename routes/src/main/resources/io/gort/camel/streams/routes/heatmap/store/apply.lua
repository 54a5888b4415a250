-- Counts entries in the buckets of one symbol, each entry once for each interval, in whatever order they come.
-- KEYS: head, then hashes of counted entries and volumes of buckets in the order in which entries name them
-- ARGV: number of intervals; for each interval: label, its bit, milliseconds of a bucket, buckets of a window, milliseconds
--   after which an entry is too old, milliseconds for which a bucket is kept;
--   then for each entry: identity, which of KEYS its hash is, when it was added, timestamp, price, level, side (l or s),
--   micro-USD, and for each interval which of KEYS its volumes are
-- Gives how often an entry was counted, was counted before, or was late: entries times intervals.
-- A hash holds for each entry the sum of the bits of the intervals that it was counted in. What is there is asked once for
-- each hash, then all is decided without commands, then each hash and each bucket is written.
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- so many entries go into a command; with what belongs to them fewer arguments than Lua passes on
local CHUNK = 1000
-- up to here numbers are exact
local EXACT = 9007199254740992

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

-- Of each hash: whose entries are asked for, which intervals they have, and which of them change.
local hashes = {}
local function hashOf(number)
  local hash = hashes[number]
  if not hash then
    hash = { key = KEYS[number], asked = {}, has = {}, changed = {}, keep = 0 }
    hashes[number] = hash
  end
  return hash
end

-- Of each bucket: what is to be written.
local buckets = {}
local function bucketOf(number, interval)
  local bucket = buckets[number]
  if not bucket then
    bucket = { volumes = KEYS[number], interval = interval, parts = {}, open = {} }
    buckets[number] = bucket
  end
  return bucket
end

local entries = {}
while at <= #ARGV do
  local entry = {
    identity = ARGV[at],
    hash = hashOf(tonumber(ARGV[at + 1])),
    added = tonumber(ARGV[at + 2]),
    timestamp = tonumber(ARGV[at + 3]),
    stamp = ARGV[at + 3],
    price = ARGV[at + 4],
    level = ARGV[at + 5],
    field = ARGV[at + 5] .. ':' .. ARGV[at + 6],
    micros = tonumber(ARGV[at + 7]),
    amount = ARGV[at + 7],
    buckets = {},
  }
  entry.hash.asked[#entry.hash.asked + 1] = entry.identity
  for i, interval in ipairs(intervals) do
    entry.buckets[i] = bucketOf(tonumber(ARGV[at + 7 + i]), interval)
  end
  entries[#entries + 1] = entry
  at = at + 8 + #intervals
end

-- Calls a command with a list, piece by piece.
local function each(list, call)
  for from = 1, #list, CHUNK do
    call(from, math.min(from + CHUNK - 1, #list))
  end
end

for _, hash in pairs(hashes) do
  each(hash.asked, function(from, to)
    for i, bits in ipairs(redis.call('HMGET', hash.key, unpack(hash.asked, from, to))) do
      hash.has[hash.asked[from + i - 1]] = tonumber(bits or '0')
    end
  end)
end

local state = redis.call('HMGET', head, 'clock', 'price')
local clock, price = tonumber(state[1] or '-1'), state[2] or '0'
local moved, longest = false, 0
local counted, duplicates, late, lateBy = 0, 0, 0, {}

-- Amounts of one level and side are added up as long as the sum is exact.
local function add(bucket, entry)
  local hash, field, micros = entry.hash, entry.field, entry.micros
  hash.has[entry.identity] = hash.has[entry.identity] + bucket.interval.bit
  hash.changed[entry.identity] = true
  hash.keep = math.max(hash.keep, bucket.interval.keep)
  local part = bucket.open[field]
  if part and part.micros + micros <= EXACT then
    part.micros = part.micros + micros
    part.amount = nil
  else
    part = { field = field, level = entry.level, micros = micros, amount = entry.amount, entries = {}, newest = entry }
    bucket.open[field] = part
    bucket.parts[#bucket.parts + 1] = part
  end
  part.entries[#part.entries + 1] = entry
  if part.newest.timestamp < entry.timestamp then
    part.newest = entry
  end
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
    if bit.band(entry.hash.has[entry.identity], interval.bit) ~= 0 then
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

local function writeHash(hash)
  local counted, none = {}, {}
  for identity in pairs(hash.changed) do
    if hash.has[identity] == 0 then
      none[#none + 1] = identity
    else
      counted[#counted + 1] = identity
      counted[#counted + 1] = hash.has[identity]
    end
  end
  each(counted, function(from, to)
    redis.call('HSET', hash.key, unpack(counted, from, to))
  end)
  each(none, function(from, to)
    redis.call('HDEL', hash.key, unpack(none, from, to))
  end)
end

-- What cannot be added was not counted.
local function writeAmounts(bucket)
  local written, failure = {}, nil
  for _, part in ipairs(bucket.parts) do
    local amount = part.amount or string.format('%.0f', part.micros)
    local sum = redis.pcall('HINCRBY', bucket.volumes, part.field, amount)
    if type(sum) == 'table' and sum.err then
      failure = sum
      for _, entry in ipairs(part.entries) do
        entry.hash.has[entry.identity] = entry.hash.has[entry.identity] - bucket.interval.bit
      end
    else
      written[#written + 1] = part
    end
  end
  return written, failure
end

-- Of each level the largest timestamp.
local function writeNewest(bucket, written)
  local fields, newest, newer = {}, {}, {}
  for _, part in ipairs(written) do
    local field = part.level .. ':t'
    if not newest[field] then
      fields[#fields + 1] = field
    end
    if not newest[field] or newest[field].timestamp < part.newest.timestamp then
      newest[field] = part.newest
    end
  end
  each(fields, function(from, to)
    local known = redis.call('HMGET', bucket.volumes, unpack(fields, from, to))
    for i = from, to do
      local entry, before = newest[fields[i]], known[i - from + 1]
      if not before or tonumber(before) < entry.timestamp then
        newer[#newer + 1] = fields[i]
        newer[#newer + 1] = entry.stamp
      end
    end
  end)
  each(newer, function(from, to)
    redis.call('HSET', bucket.volumes, unpack(newer, from, to))
  end)
end

-- The hashes come first: a full server refuses a script's first write only.
for _, hash in pairs(hashes) do
  writeHash(hash)
end
local failure
for _, bucket in pairs(buckets) do
  local written, failed = writeAmounts(bucket)
  failure = failure or failed
  writeNewest(bucket, written)
  if #written > 0 then
    keep(bucket.volumes, bucket.interval.keep)
  end
end
for _, hash in pairs(hashes) do
  if failure then
    writeHash(hash)
  end
  if hash.keep > 0 then
    keep(hash.key, hash.keep)
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
if failure then
  return failure
end
return { counted, duplicates, late }

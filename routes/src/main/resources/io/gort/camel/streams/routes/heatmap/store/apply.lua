-- Counts entries in the buckets of one symbol, each entry once for each interval, in whatever order they come.
-- KEYS: head, then for each bucket two: its set of entries that were counted, its volumes
-- ARGV: number of intervals; for each interval: label, milliseconds of a bucket, buckets of a window, milliseconds after
--   which an entry is too old, milliseconds for which a bucket is kept;
--   then for each entry: identity, when it was added, timestamp, price, level, side (l or s), micro-USD, and for each
--   interval which bucket of KEYS it belongs to, from 1
-- Gives how often an entry was counted, was counted before, or was late: entries times intervals.
-- What is in the sets is asked once for each bucket, then all is decided without commands, then each bucket is written.
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- so many arguments a command may have here
local CHUNK = 1000
-- up to here numbers are exact
local EXACT = 9007199254740992

local intervals, at = {}, 2
for i = 1, tonumber(ARGV[1]) do
  intervals[i] = {
    label = ARGV[at],
    millis = tonumber(ARGV[at + 1]),
    count = tonumber(ARGV[at + 2]),
    limit = tonumber(ARGV[at + 3]),
    keep = tonumber(ARGV[at + 4]),
  }
  at = at + 5
end

-- Of each bucket: whose entries are asked for, which of them it has, and what is to be written.
local buckets = {}
local function bucketOf(number)
  local bucket = buckets[number]
  if not bucket then
    bucket = {
      entries = KEYS[2 * number],
      volumes = KEYS[2 * number + 1],
      asked = {},
      has = {},
      added = {},
      parts = {},
      open = {},
    }
    buckets[number] = bucket
  end
  return bucket
end

local entries = {}
while at <= #ARGV do
  local entry = {
    identity = ARGV[at],
    added = tonumber(ARGV[at + 1]),
    timestamp = tonumber(ARGV[at + 2]),
    stamp = ARGV[at + 2],
    price = ARGV[at + 3],
    level = ARGV[at + 4],
    field = ARGV[at + 4] .. ':' .. ARGV[at + 5],
    micros = tonumber(ARGV[at + 6]),
    amount = ARGV[at + 6],
    buckets = {},
  }
  for i = 1, #intervals do
    local bucket = bucketOf(tonumber(ARGV[at + 6 + i]))
    entry.buckets[i] = bucket
    bucket.asked[#bucket.asked + 1] = entry.identity
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

for _, bucket in pairs(buckets) do
  each(bucket.asked, function(from, to)
    local answers = redis.call('SMISMEMBER', bucket.entries, unpack(bucket.asked, from, to))
    for i, answer in ipairs(answers) do
      if answer == 1 then
        bucket.has[bucket.asked[from + i - 1]] = true
      end
    end
  end)
end

local state = redis.call('HMGET', head, 'clock', 'price')
local clock, price = tonumber(state[1] or '-1'), state[2] or '0'
local moved, longest = false, 0
local counted, duplicates, late, lateBy = 0, 0, 0, {}

-- Amounts of one level and side are added up as long as the sum is exact.
local function add(bucket, entry)
  bucket.has[entry.identity] = true
  bucket.added[#bucket.added + 1] = entry.identity
  local field, micros = entry.field, entry.micros
  local part = bucket.open[field]
  if part and part.micros + micros <= EXACT then
    part.micros = part.micros + micros
    part.amount = nil
  else
    part = { field = field, level = entry.level, micros = micros, amount = entry.amount, identities = {}, newest = entry }
    bucket.open[field] = part
    bucket.parts[#bucket.parts + 1] = part
  end
  part.identities[#part.identities + 1] = entry.identity
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
    local bucket = entry.buckets[i]
    local tooLate = isLate(entry, interval)
    if not tooLate then
      bucket.keep = interval.keep
    end
    if bucket.has[entry.identity] then
      duplicates = duplicates + 1
    elseif tooLate then
      lateBy[interval.label] = (lateBy[interval.label] or 0) + 1
      late = late + 1
    else
      add(bucket, entry)
      counted = counted + 1
    end
  end
  if counted > before then
    moveClock(entry)
  end
end

-- The set comes first: a full server refuses a script's first write only. What cannot be added is taken out of it again.
local function writeAmounts(bucket)
  local written, failure = {}, nil
  each(bucket.added, function(from, to)
    redis.call('SADD', bucket.entries, unpack(bucket.added, from, to))
  end)
  for _, part in ipairs(bucket.parts) do
    local amount = part.amount or string.format('%.0f', part.micros)
    local sum = redis.pcall('HINCRBY', bucket.volumes, part.field, amount)
    if type(sum) == 'table' and sum.err then
      failure = sum
      each(part.identities, function(from, to)
        redis.call('SREM', bucket.entries, unpack(part.identities, from, to))
      end)
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

local failure
for _, bucket in pairs(buckets) do
  local written, failed = writeAmounts(bucket)
  failure = failure or failed
  writeNewest(bucket, written)
  -- Set and volumes of a bucket, and the head with the last of them, are forgotten together.
  if bucket.keep then
    redis.call('PEXPIREAT', bucket.entries, now + bucket.keep)
    redis.call('PEXPIREAT', bucket.volumes, now + bucket.keep)
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
redis.call('PEXPIREAT', head, now + longest)
if failure then
  return failure
end
return { counted, duplicates, late }

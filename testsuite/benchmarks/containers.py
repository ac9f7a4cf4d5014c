# Lists, dictionaries, sets and tuples of inferred types.
def word_counts(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def flood(width, height, walls):
    reached, edge, steps = {(0, 0)}, [(0, 0)], 0
    while edge:
        following = []
        for x, y in edge:
            for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if 0 <= place[0] < width and 0 <= place[1] < height and place not in walls and place not in reached:
                    reached.add(place)
                    following.append(place)
        edge = following
        steps += 1
    return len(reached), steps


def transpose(rows):
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


def main():
    text = " ".join(["the", "wind", "and", "the", "sea", "and", "the", "sun", "rise"] * 4000)
    for _ in range(80):
        counts = word_counts(text)
    print(counts)
    walls = {(x, y) for x in range(150) for y in range(150) if (x * 7 + y * 13) % 5 == 0 and x + y > 2}
    for _ in range(30):
        area = flood(150, 150, walls)
    print(area)
    rows = [[x * y for x in range(300)] for y in range(300)]
    for _ in range(60):
        rows = transpose(rows)
    print(sum(row[7] for row in rows))


main()

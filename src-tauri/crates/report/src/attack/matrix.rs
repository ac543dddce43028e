//! Places on a page.

/// A transformation of the plane: a, b, c, d, e, f of the format.
pub type Matrix = [f32; 6];

/// Nothing is moved.
pub const UPRIGHT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `second`.
pub fn after(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// Moved inside itself.
pub fn moved(matrix: Matrix, x: f32, y: f32) -> Matrix {
    after([1.0, 0.0, 0.0, 1.0, x, y], matrix)
}

/// Where a point comes to lie.
pub fn place(matrix: Matrix, x: f32, y: f32) -> (f32, f32) {
    let [a, b, c, d, e, f] = matrix;
    (a * x + c * y + e, b * x + d * y + f)
}

/// How much larger things become.
pub fn scale(matrix: Matrix) -> f32 {
    let [a, b, c, d, ..] = matrix;
    (a * d - b * c).abs().sqrt()
}

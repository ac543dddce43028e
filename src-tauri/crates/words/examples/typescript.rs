//! Prints the catalogue of the screens as TypeScript.
fn main() {
    print!("{}", words::typescript());
}
